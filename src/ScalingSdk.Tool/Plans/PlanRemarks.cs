using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>The sentences of a plan: what would be better, what repetition does, what holds, what was assumed and extrapolated.</summary>
internal static partial class PlanRemarks
{
    // The figures of the lines that a law answered.
    private static readonly FigureKey[] Keys =
        [OptimumFigures.OptimalTokens, BatchFigures.CriticalBatchTokens, BatchFigures.CriticalBatchTokensZhang, InferenceFigures.ServingParameters, InferenceFigures.ServingTokens, LossFigures.OtherLoss];

    // Those of the best run's column.
    private static readonly FigureKey[] BestKeys =
        [OptimumFigures.OptimalParametersAtBudget, OptimumFigures.OptimalTokensAtBudget, OptimumFigures.OptimalTokensPerParameter, OptimumFigures.OptimalLossAtBudget];

    /// <summary>What brackets and stars of the answers mean; empty where they have none.</summary>
    public static string Legend(PlanView view)
    {
        var shown = PlanAnswers.Of(view.Plan).Concat(view.Best is { } best ? PlanAnswers.Of(best) : []).Where(static answer => answer.Interval.Length > 0).ToList();
        var parts = new List<string>();
        if (shown.Count > 0)
            parts.Add("( ) 90 % interval" + (shown.Exists(static answer => answer.Title is PlanAnswers.Time) ? "; of time and cost, from the 95 % band of utilization" : ""));
        if (Outside(Starred(view.Plan, PlanAnswers.Keys(view.Plan)).Concat(Beside(view))) is { Length: > 0 } outside)
            parts.Add($"* extrapolated: {outside}");
        return string.Join(" · ", parts);
    }

    private static IEnumerable<Figure> Beside(PlanView view) =>
        view.Best is { } best ? Starred(view.Plan, BestKeys).Concat(Starred(best, PlanAnswers.Keys(best))) : [];

    // Of figures that are shown with a star, by law, the farthest on each axis: "kaplan-2020 8.4x in N, 44x in D".
    private static string Outside(IEnumerable<Figure> starred) => string.Join("; ", starred
        .GroupBy(static figure => figure.Law ?? figure.Source, StringComparer.Ordinal)
        .Select(static law => $"{law.Key} {law.Select(static figure => figure.Outside!.Value).Aggregate(static (one, other) => one.And(other)).Factors}"));

    private static IEnumerable<Figure> Starred(TrainingPlan plan, IReadOnlyList<FigureKey> keys) =>
        keys.Select(plan.Find).OfType<Figure>().Where(static figure => PlanCells.Outside(figure) && figure.Law is not null);

    private static string Serving(TrainingPlan plan) =>
        $"{plan.Number(InferenceFigures.ServingParameters)} parameters on {plan.Number(InferenceFigures.ServingTokens)} tokens save {plan.Percent(InferenceFigures.ServingSaving)} of the lifetime's compute ({plan.Find(InferenceFigures.ServingParameters)!.Law}){Training(plan)}";

    // What is saved in use is paid in training: a budget says how much of that there is.
    private static string Training(TrainingPlan plan)
    {
        if (plan is not { Inference.Best: { HasValue: true, Value: var best }, Compute.SixND.Flops: var flops })
            return "";
        var ratio = 6 * best.Parameters.Count * best.Tokens.Count / flops;
        return ratio <= 1.02 ? "" : $"; to train it takes {NumberText.Compact(ratio)} times the compute{(plan.Spec.Budget is { Flops: null, Time: null, Cost: null } ? " of this run" : ", more than the budget")}";
    }

    /// <summary>The sentences of a plan that is explained.</summary>
    public static IEnumerable<string> Lines(TrainingPlan plan)
    {
        var fresh = !PlanView.IsShortOfData(plan);
        if (fresh && plan.Find(LossFigures.LossAboveBest) is { Value: >= 0.0005 })
            yield return $"The best loss for this compute is lower by {plan.Loss(LossFigures.LossAboveBest)}.";
        if (fresh && plan.Find(OptimumFigures.FlatParametersLow) is { } low && plan.Find(OptimumFigures.FlatParametersHigh) is { } high)
            yield return $"Any size from {NumberText.Compact(low.Value)} to {NumberText.Compact(high.Value)} costs at most {NumberText.Percent(OptimumPlan.Flatness)} more compute for the same loss.";
        if (Ling2025.Law.OptimalTokens(plan.Size.Counts) is { HasValue: true } routed && plan.Size.LawsApply && !plan.Spec.Laws.Allocation.Info.CountsExperts)
            yield return $"A model of this active size with 7.8 % of its experts active is compute-optimal at {NumberText.Compact(routed.Value.Count)} tokens (ling-2025{(routed.Outside.Inside ? "" : $", {routed.Outside}")}).";
        else if (!plan.Size.Counts.IsRouted && plan.Find(OptimumFigures.OptimalTokens) is not null)
            yield return $"This size is compute-optimal at {plan.Number(OptimumFigures.OptimalTokens)} {(fresh ? "" : "fresh ")}tokens{Days(plan)}.";
        if (plan.Find(DataFigures.OverfittingThresholdTokens) is { } bound)
            yield return $"Overfitting threshold: {NumberText.Compact(bound.Value)} unique tokens{Share(plan, bound.Value)} ({bound.Answer}).";
        if (plan.Find(DataFigures.OverfittingPenalty) is { } penalty && plan.Data is { Epochs: > 1 })
            yield return $"Data limit: the best loss stays about {NumberText.Percent(penalty.Value)} above that of unlimited data.";
        if (plan.Data is { UniqueAssumed: false, RiseEpochs: null } data)
            yield return $"Loss is not expected to rise: {NumberText.Compact(data.UniquePerParameter)} unique tokens per parameter (it rose below {NumberText.Compact(EpochsTurn.NoRise)}).";
        else if (plan.Data is { UniqueAssumed: false, RiseEpochs: { } rise } few)
            yield return $"Loss turned up at about {NumberText.Compact(rise)} epochs in runs with {NumberText.Compact(few.UniquePerParameter)} unique tokens per parameter.";
        if (plan.Find(DataFigures.LargestNonEmbeddingWeights) is { } largest && plan.Data is { Epochs: > 1 })
            yield return $"These unique tokens are the threshold of {NumberText.Compact(largest.Value)} non-embedding weights.";
        if (CriticalBatch(plan) is { } critical)
            yield return critical;
        if (plan.Find(LossFigures.OtherLoss) is not null)
            yield return $"Loss on the other distribution: {plan.Loss(LossFigures.OtherLoss)}, by the measured offset (kaplan-2020).";
        if (plan.Find(InferenceFigures.ServingParameters) is not null)
            yield return $"With use counted in: {Serving(plan)}.";
        if (fresh && plan.Find(OptimumFigures.ComputeSaved) is { Value: >= 0.01 } saved)
            yield return $"The cheapest run to the same loss saves {NumberText.Percent(saved.Value)} of the compute.";
        foreach (var note in PlanNotes.Of(plan).Except(plan.LawSpreads.Select(static spread => spread.Why).OfType<string>(), StringComparer.Ordinal))
            yield return Sentence(note);
    }

    // The id of a law keeps its small letter.
    private static string Sentence(string clause) =>
        (clause.Split(' ')[0].Contains('-', StringComparison.Ordinal) ? clause : char.ToUpperInvariant(clause[0]) + clause[1..]) + ".";

    private static string Days(TrainingPlan plan) =>
        plan.Find(HardwareFigures.DaysToOptimalTokens) is not { } days ? "" : $": {DurationText.Of(days.Value * 24)}";

    private static string Share(TrainingPlan plan, double bound) =>
        plan.Run is { } run ? $"; you have {Ratio(run.Unique.Count / bound)}" : "";

    // "20 % of it", "6.7 times it".
    private static string Ratio(double ratio) => ratio < 1 ? $"{NumberText.Percent(ratio)} of it" : $"{NumberText.Compact(ratio)} times it";

    // Those of the two laws; a note has the plateau that they are held to.
    private static string? CriticalBatch(TrainingPlan plan)
    {
        var laws = new[] { BatchFigures.CriticalBatchTokens, BatchFigures.CriticalBatchTokensZhang }
            .Where(key => plan.Find(key) is { } figure && !string.Equals(figure.Law, Merrill2025.Law.Info.Id, StringComparison.Ordinal))
            .Select(key => $"{plan.Number(key)} tokens ({plan.Find(key)!.Law})").ToList();
        return laws.Count == 0 ? null
            : $"Critical batch{(plan.Size.Counts.IsRouted ? " of dense models" : plan.Batch.ByMuon ? " of AdamW" : "")}: {string.Join(", ", laws)}; at that size a run costs twice the minimum compute.";
    }
}
