using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Reports;

/// <summary>A plan in one line, as a build prints it.</summary>
public static class PlanSummary
{
    /// <summary>The plan in one line, as a build prints it.</summary>
    public static string Summary(this TrainingPlan plan)
    {
        var parts = new List<string> { Compact(plan.Size.Counts.Total.Count) + " parameters" };
        if (plan.Run is { } data)
        {
            parts.Add(data.Epochs > 1
                ? $"{Compact(data.Tokens.Count)} tokens ({Compact(data.Epochs)} epochs of {Compact(data.Unique.Count)})"
                : $"{Compact(data.Tokens.Count)} tokens");
        }

        Add(parts, plan, ComputeFigures.TrainingFlops, Scientific, "", " FLOP");
        Add(parts, plan, DataFigures.OverfittingThresholdTokens, Compact, "overfitting threshold ", "");
        Add(parts, plan, OptimumFigures.OptimalTokens, Compact, "compute-optimal ", "");
        Add(parts, plan, BatchFigures.CriticalBatchTokens, Compact, "critical batch ", "");
        Add(parts, plan, HardwareFigures.DeviceHours, Compact, "", " device-hours");
        Add(parts, plan, HardwareFigures.Cost, Compact, "", " USD");
        return $"{plan.Spec.Name}: {string.Join(" · ", parts)}";
    }

    private static void Add(List<string> parts, TrainingPlan plan, FigureKey key, Func<double, string> text, string before, string after)
    {
        if (plan.Find(key) is { } figure)
            parts.Add(before + text(figure.Value) + after);
    }

    private static string Scientific(double value) => ScalingSdk.Text.NumberText.Scientific(value);
}
