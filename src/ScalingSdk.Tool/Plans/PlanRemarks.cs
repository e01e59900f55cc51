using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The lines below the table: how flat the optimum is, what would change it, what was extrapolated, what to run next.</summary>
internal static class PlanRemarks
{
    // The figures of the lines that a law answered.
    private static readonly FigureKey[] Keys =
        [OptimumFigures.OptimalTokens, BatchFigures.CriticalBatchTokens, BatchFigures.CriticalBatchTokensZhang, InferenceFigures.ServingParameters, InferenceFigures.ServingTokens, LossFigures.OtherLoss];

    public static void Write(PlanView view, Page page)
    {
        var plan = view.Plan;
        page.Blank();
        foreach (var line in Lines(plan))
            page.Line(line);
        page.Blank();
        if (plan.Figures.FirstOrDefault(static figure => figure.Range is { IsInterval: true })?.Range?.Meaning is { } interval)
            page.Line($"( ) {interval}");
        if (Outside(view) is { Length: > 0 } outside)
            page.Line($"* outside the observed range: {outside}");
        page.Line(Next(view));
    }

    // Of the figures that are shown with a star, by law, the farthest on each axis: "kaplan-2020 8.4x in N, 44x in D".
    private static string Outside(PlanView view) => string.Join("; ", Starred(view.Plan, [.. RunTable.Keys, .. Keys])
        .Concat(view.Best is { } best ? Starred(best, RunTable.Keys) : [])
        .GroupBy(static figure => figure.Law ?? figure.Source, StringComparer.Ordinal)
        .Select(static law => $"{law.Key} {Farthest(law.Select(static figure => figure.Outside!.Value)).Factors}"));

    private static IEnumerable<Figure> Starred(TrainingPlan plan, IReadOnlyList<FigureKey> keys) =>
        keys.Select(plan.Find).OfType<Figure>().Where(static figure => PlanCells.Outside(figure) && figure.Law is not null);

    private static Extrapolation Farthest(IEnumerable<Extrapolation> outside) => outside.Aggregate(static (one, other) => new(
        Math.Max(one.Parameters, other.Parameters), Math.Max(one.Tokens, other.Tokens), Math.Max(one.Compute, other.Compute)));

    private static IEnumerable<string> Lines(TrainingPlan plan)
    {
        var fresh = !PlanView.IsShortOfData(plan);
        if (fresh && plan.Find(LossFigures.LossAboveBest) is { Value: >= 0.0005 })
            yield return $"The best loss for this compute is lower by {plan.Loss(LossFigures.LossAboveBest)}.";
        if (fresh && plan.Find(OptimumFigures.FlatParametersLow) is { } low && plan.Find(OptimumFigures.FlatParametersHigh) is { } high)
            yield return $"Any size from {NumberText.Compact(low.Value)} to {NumberText.Compact(high.Value)} costs at most {NumberText.Percent(OptimumPlan.Flatness)} more compute for the same loss.";
        if (plan.Find(OptimumFigures.OptimalTokens) is not null)
            yield return $"This size is compute-optimal at {plan.Number(OptimumFigures.OptimalTokens)} {(fresh ? "" : "fresh ")}tokens{Days(plan)}.";
        if (plan.Find(DataFigures.OverfittingThresholdTokens) is { } bound)
            yield return $"{bound.Answer}: {NumberText.Compact(bound.Value)} unique tokens{Share(plan, bound.Value)}.";
        if (plan.Find(DataFigures.OverfittingPenalty) is { } penalty && plan.Data is { Epochs: > 1 })
            yield return $"Data limit: the best loss stays about {NumberText.Percent(penalty.Value)} above that of unlimited data.";
        if (plan.Data is { UniqueAssumed: false, RiseEpochs: null } data)
            yield return $"Loss is not expected to rise: {NumberText.Compact(data.UniquePerParameter)} unique tokens per parameter (it rose below {NumberText.Compact(EpochsTurn.NoRise)}).";
        else if (plan.Data is { UniqueAssumed: false, RiseEpochs: { } rise } few)
            yield return $"Loss turned up at about {NumberText.Compact(rise)} epochs in runs with {NumberText.Compact(few.UniquePerParameter)} unique tokens per parameter.";
        if (plan.Find(DataFigures.LargestNonEmbeddingWeights) is { } largest && plan.Data is { Epochs: > 1 })
            yield return $"Inside that bound: at most {NumberText.Compact(largest.Value)} non-embedding weights.";
        if (plan.Find(BatchFigures.CriticalBatchTokens) is not null)
            yield return $"Batch ceiling {plan.Number(BatchFigures.CriticalBatchTokens)} (kaplan-2020){Zhang(plan)}: twice the compute.";
        if (plan.Find(LossFigures.OtherLoss) is not null)
            yield return $"Loss on the other distribution: {plan.Loss(LossFigures.OtherLoss)}, by the measured offset (kaplan-2020).";
        if (plan.Find(InferenceFigures.ServingParameters) is { } serving)
            yield return $"With use counted in: {plan.Number(InferenceFigures.ServingParameters)} parameters on {plan.Number(InferenceFigures.ServingTokens)} tokens save {plan.Percent(InferenceFigures.ServingSaving)} ({serving.Law}).";
        if (fresh && plan.Find(OptimumFigures.ComputeSaved) is { Value: >= 0.01 } saved)
            yield return $"The cheapest run to the same loss saves {NumberText.Percent(saved.Value)} of the compute.";
        foreach (var note in PlanNotes.Of(plan).Except(plan.LawSpreads.Select(static spread => spread.Why).OfType<string>(), StringComparer.Ordinal))
            yield return Sentence(note);
    }

    // The id of a law keeps its small letter.
    private static string Sentence(string clause) =>
        (clause.Split(' ')[0].Contains('-', StringComparison.Ordinal) ? clause : char.ToUpperInvariant(clause[0]) + clause[1..]) + ".";

    private static string Days(TrainingPlan plan) =>
        plan.Find(HardwareFigures.DaysToOptimalTokens) is null ? "" : $": {plan.Number(HardwareFigures.DaysToOptimalTokens)} days";

    private static string Share(TrainingPlan plan, double bound) =>
        plan.Run is { } run ? $"; you have {NumberText.Compact(run.Unique.Count / bound)} of it" : "";

    private static string Zhang(TrainingPlan plan) =>
        plan.Find(BatchFigures.CriticalBatchTokensZhang) is null ? "" : $" · {plan.Number(BatchFigures.CriticalBatchTokensZhang)} (zhang-2024)";

    private static string Next(PlanView view)
    {
        var best = view.Plan.Find(OptimumFigures.OptimalParametersAtBudget);
        return view.Best is null || best is null
            ? "Next: --explain · --all-laws"
            : $"Next: --params {NumberText.Compact(best.Value)} · --explain · --all-laws";
    }
}
