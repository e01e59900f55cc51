using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>A plan in one line, as a build prints it.</summary>
internal static class PlanSummary
{
    public static string Write(TrainingPlan plan)
    {
        var parts = new List<string> { Compact(plan.Size.Counts.Total.Count) + " parameters" };
        if (plan.Run is { } data)
        {
            parts.Add(data.Epochs > 1
                ? $"{Compact(data.Tokens.Count)} tokens ({Compact(data.Epochs)} epochs of {Compact(data.Unique.Count)})"
                : $"{Compact(data.Tokens.Count)} tokens");
        }

        Add(parts, plan, "training_flops", Scientific, "", " FLOP");
        Add(parts, plan, "overfitting_threshold_tokens", Compact, "overfitting threshold ", "");
        Add(parts, plan, "optimal_tokens", Compact, "compute-optimal ", "");
        Add(parts, plan, "critical_batch_tokens", Compact, "critical batch ", "");
        Add(parts, plan, "device_hours", Compact, "", " device-hours");
        Add(parts, plan, "cost", Compact, "", " USD");
        return $"{plan.Spec.Name}: {string.Join(" · ", parts)}";
    }

    private static void Add(List<string> parts, TrainingPlan plan, string key, Func<double, string> text, string before, string after)
    {
        if (plan.Find(key) is { } figure)
            parts.Add(before + text(figure.Value) + after);
    }

    private static string Scientific(double value) => Text.NumberText.Scientific(value);
}
