using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Reports;

/// <summary>A plan in one line, as a build prints it.</summary>
internal static class PlanSummary
{
    /// <summary>The plan in one line, as a build prints it: size, tokens, steps, batch, rate, loss, compute, time and cost.</summary>
    public static string Summary(this TrainingPlan plan)
    {
        var parts = new List<string> { Parameters(plan) };
        if (plan.Run is { } run)
        {
            parts.Add(run.Epochs > 1
                ? $"{Compact(run.Tokens.Count)} tokens ({Compact(run.Epochs)} epochs of {Compact(run.Unique.Count)})"
                : $"{Compact(run.Tokens.Count)} tokens");
        }

        if (plan.Find(BatchFigures.Steps) is { } steps && plan.Find(BatchFigures.BatchTokens) is { } batch)
            parts.Add($"{Compact(steps.Value)} steps of {Compact(batch.Value)} tokens");
        Add(parts, "learning rate ", PlanAnswers.RateOf(plan));
        Add(parts, "loss ", PlanAnswers.LossOf(plan));
        Add(parts, "", PlanAnswers.ComputeOf(plan));
        Add(parts, "", PlanAnswers.TimeOf(plan));
        Add(parts, "", PlanAnswers.CostOf(plan));
        return $"{plan.Spec.Name}: {string.Join(" · ", parts)}";
    }

    private static void Add(List<string> parts, string title, PlanAnswer? answer)
    {
        if (answer is not null)
            parts.Add(title + answer.Value + (title.Length > 0 && answer.IsOutside ? " (extrapolated)" : ""));
    }

    private static string Parameters(TrainingPlan plan)
    {
        var counts = plan.Size.Counts;
        return $"{Compact(counts.Total.Count)} parameters" + (counts.IsRouted ? $", {Compact(counts.Active.Count)} active" : "");
    }
}
