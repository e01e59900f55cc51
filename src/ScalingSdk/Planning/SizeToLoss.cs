using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>What a size takes to a loss: larger models need fewer tokens and steps, and beyond the cheapest size more compute.</summary>
/// <param name="Parameters">The size, active parameters.</param>
/// <param name="Tokens">The tokens with which it reaches the loss.</param>
/// <param name="Steps">Steps at the batch that the plan's law proposes for these tokens; null where it proposes none.</param>
/// <param name="Compute">6 N D.</param>
/// <param name="ComputeOverLeast">That over the least for the loss.</param>
public sealed record SizeToLoss(ActiveParameters Parameters, Tokens Tokens, double? Steps, TrainingFlops Compute, double ComputeOverLeast)
{
    private static readonly double[] OverCheapest = [0.25, 0.5, 1, 2, 4];

    /// <summary>The loss of the rows: the spec's target, otherwise that of the run.</summary>
    internal static double? LossOf(TrainingPlan plan) => plan.Spec.Budget.TargetLoss?.Value
        ?? (plan.Loss is { Loss: { HasValue: true } loss } ? loss.Value.NatsPerToken : null);

    internal static IReadOnlyList<SizeToLoss> Of(TrainingPlan plan)
    {
        if (!plan.Size.LawsApply || plan.Size.Counts.IsRouted || plan.Optimum is not { Law.Parametric: { } law } || LossOf(plan) is not { } loss)
            return [];
        var (cheapest, tokens) = CheapestRun.To(law.Form, loss);
        var least = 6 * cheapest * tokens;
        var rows = new List<SizeToLoss>();
        foreach (var factor in OverCheapest)
        {
            if (At(plan, law, loss, factor * cheapest, least) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    private static SizeToLoss? At(TrainingPlan plan, ParametricLaw law, double loss, double n, double least)
    {
        var tokens = law.TokensFor(new ActiveParameters(n), new PredictedLoss(loss, law.Info.ConstantSet));
        if (!tokens.HasValue)
            return null;
        var d = tokens.Value;
        var batch = plan.Batch.Stated is { } stated
            ? Answer<BatchTokens>.Of(stated, Extrapolation.None, default)
            : BatchProposal.Of(plan.Batch.Law, plan.Spec.Laws.Names("batch"), NominalSize.Of(new TotalParameters(n)), d, new UniqueTokens(d.Count));
        return new(new(n), d, batch.HasValue ? d.Count / batch.Value.Count : null, new(6 * n * d.Count), 6 * n * d.Count / least);
    }
}
