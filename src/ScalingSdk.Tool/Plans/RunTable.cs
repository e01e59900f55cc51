using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The figures of a run, beside those of the best size for the same compute where that is another.</summary>
internal static class RunTable
{
    private static readonly string[] Rates = ["learning_rate", "proposed_learning_rate", "proposed_learning_rate_low", "proposed_learning_rate_high"];

    /// <summary>The figures of the rows.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "optimal_parameters_at_budget", "optimal_tokens_at_budget", "tokens", "predicted_loss", "optimal_loss_at_budget", "batch_tokens", .. Rates,
    ];

    public static void Write(PlanView view, Page page)
    {
        var (plan, best) = (view.Plan, view.Best);
        var routed = plan.Size.Counts.IsRouted;
        var size = routed ? "active_parameters" : "total_parameters";
        var rows = new List<(string Title, string Yours, string Best, string Source)>
        {
            (routed ? "active parameters" : "parameters", plan.Number(size), plan.Number("optimal_parameters_at_budget"), best is null ? plan.Source(size) : plan.Source("optimal_parameters_at_budget")),
            ("tokens", plan.Number("tokens"), plan.Number("optimal_tokens_at_budget"), best is null ? plan.Source("tokens") : "C / 6 N"),
            (routed ? "per active parameter" : "per parameter", plan.Number("tokens_per_parameter"), plan.Number("optimal_tokens_per_parameter"), ""),
            ("predicted loss", plan.Loss("predicted_loss"), plan.Loss("optimal_loss_at_budget"), plan.Source("predicted_loss")),
            ("batch", Batch(plan), Batch(best), plan.Source("batch_tokens")),
            ("steps", plan.Number("steps"), best.Number("steps"), ""),
            ("learning rate", plan.LearningRate(), best.LearningRate(), plan.Source(Rates)),
            ("states/device", plan.Bytes("states_bytes_per_device"), best.Bytes("states_bytes_per_device"), Sharing(plan)),
        };
        if (routed)
            rows.Insert(0, ("all parameters", plan.Number("total_parameters"), "", ""));
        var shown = rows.Where(static row => row.Yours.Length > 0);
        if (best is null)
            page.Table(["", "", "source"], shown.Select(static row => (IReadOnlyList<string>)[row.Title, row.Yours, row.Source]));
        else
            Beside([.. shown.Select(static row => new[] { row.Title, row.Yours, row.Best, row.Source.Replace(", ", ",\n", StringComparison.Ordinal) })], page);
    }

    // Titles and the ids of laws stay whole: where a row is too long, intervals stand below their figures.
    private static void Beside(IReadOnlyList<string[]> rows, Page page)
    {
        string[] headers = ["", "yours", "best for this compute", "source"];
        int[] all = [0, 1, 2, 3];
        if (!page.Holds([headers, .. rows]))
            rows = [.. rows.Select(static row => new[] { row[0], Below(row[1]), Below(row[2]), row[3] })];
        page.Table(headers, rows, whole: all);
    }

    private static string Below(string cell) => cell.Replace(" (", "\n(", StringComparison.Ordinal);

    private static string Batch(TrainingPlan? plan) => plan.Number("batch_tokens") is { Length: > 0 } text ? text + " tokens" : "";

    private static string Sharing(TrainingPlan plan) => plan.Memory.Parallelism is { DataParallel: > 1 } shared
        ? $"ZeRO-{NumberText.Grouped(shared.ZeroStage)} over {NumberText.Grouped(shared.DataParallel)}"
        : "";
}
