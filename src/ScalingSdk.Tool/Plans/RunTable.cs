using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The figures of a run, beside those of the best size for the same compute where that is another.</summary>
internal static class RunTable
{
    private static readonly FigureKey[] Rates = [LearningRateFigures.LearningRate, LearningRateFigures.ProposedLearningRate, LearningRateFigures.ProposedLearningRateLow, LearningRateFigures.ProposedLearningRateHigh];

    /// <summary>The figures of the rows.</summary>
    public static IReadOnlyList<FigureKey> Keys { get; } =
    [
        OptimumFigures.OptimalParametersAtBudget, OptimumFigures.OptimalTokensAtBudget, RunFigures.Tokens, LossFigures.PredictedLoss, OptimumFigures.OptimalLossAtBudget, BatchFigures.BatchTokens, .. Rates,
    ];

    public static void Write(PlanView view, Page page)
    {
        var (plan, best) = (view.Plan, view.Best);
        var routed = plan.Size.Counts.IsRouted;
        var size = routed ? SizeFigures.ActiveParameters : SizeFigures.TotalParameters;

        // A recipe of a shape has no batch and rate for a size alone.
        var told = plan.Recipe is { Recipe.HasValue: true } && best?.Recipe is not { Recipe.HasValue: true } ? null : best;
        var rows = new List<(string Title, string Yours, string Best, string Source)>
        {
            (routed ? "active parameters" : "parameters", plan.Number(size), plan.Number(OptimumFigures.OptimalParametersAtBudget), best is null ? plan.Source(size) : plan.Source(OptimumFigures.OptimalParametersAtBudget)),
            ("tokens", plan.Number(RunFigures.Tokens), plan.Number(OptimumFigures.OptimalTokensAtBudget), best is null ? plan.Source(RunFigures.Tokens) : "C / 6 N"),
            (routed ? "per active parameter" : "per parameter", plan.Number(RunFigures.TokensPerParameter), plan.Number(OptimumFigures.OptimalTokensPerParameter), ""),
            ("predicted loss", plan.Loss(LossFigures.PredictedLoss), plan.Loss(OptimumFigures.OptimalLossAtBudget), plan.Source(LossFigures.PredictedLoss)),
            ("batch", Batch(plan), Batch(told), plan.Source(BatchFigures.BatchTokens)),
            ("steps", plan.Number(BatchFigures.Steps), told.Number(BatchFigures.Steps), ""),
            ("learning rate", plan.LearningRate(), told.LearningRate(), plan.Source(Rates)),
            ("states/device", plan.Bytes(MemoryFigures.StatesBytesPerDevice), best.Bytes(MemoryFigures.StatesBytesPerDevice), Sharing(plan)),
        };
        if (routed)
            rows.Insert(0, ("all parameters", plan.Number(SizeFigures.TotalParameters), "", ""));
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

    private static string Batch(TrainingPlan? plan) => plan.Number(BatchFigures.BatchTokens) is { Length: > 0 } text ? text + " tokens" : "";

    private static string Sharing(TrainingPlan plan) => plan.Memory.Parallelism is { DataParallel: > 1 } shared
        ? $"ZeRO-{NumberText.Grouped(shared.ZeroStage)} over {NumberText.Grouped(shared.DataParallel)}"
        : "";
}
