using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>A model with experts for the compute of the run, by a law of routed models.</summary>
/// <param name="Law">Whose.</param>
/// <param name="Experts">Routed experts of a layer.</param>
/// <param name="ActiveExperts">Experts that a token is sent to.</param>
/// <param name="Granularity">2 d_model / d_expert.</param>
/// <param name="Activation">Active over all experts, shared ones counted in both.</param>
/// <param name="Active">What a token passes through, in the law's own convention.</param>
/// <param name="Total">All parameters; for ling-2025 an estimate of this library.</param>
/// <param name="Tokens">The tokens that the compute leaves.</param>
/// <param name="Loss">The loss in nats per token of the law; null where it predicts none.</param>
/// <param name="Leverage">The compute of a dense model of the same loss, over this; null where the law has none.</param>
/// <param name="Outside">How far outside the law's runs.</param>
/// <param name="Note">What to know of the row.</param>
internal sealed record RoutedProposal(
    string Law, double Experts, double ActiveExperts, double Granularity, double Activation, double Active, double Total, Tokens Tokens, double? Loss,
    double? Leverage, Extrapolation Outside, string Note)
{
    /// <summary>Leverage above this was not fitted.</summary>
    public static double MostLeverage => LingLeverage.Fitted.Most;

    /// <summary>The leverage in words: an upper end, and no number above what was fitted.</summary>
    public static string LeverageText(double? leverage) => leverage is not { } times ? ""
        : times > MostLeverage ? "above 6, not fitted" : $"up to {NumberText.Compact(times)} times";

    private const double AttentionShare = 0.35;
    internal const double FineGranularity = 8;
    private const double RoutedActive = 8;

    internal static IReadOnlyList<RoutedProposal> Of(TrainingPlan plan)
    {
        if (plan.Spec.Budget.Moe is not { Value: true } || plan.Compute is not { SixND: var compute } || !plan.Size.LawsApply)
            return [];
        var bytes = plan.Accelerator?.MemoryBytes * (plan.Spec.Hardware.Count?.Value ?? 1);
        return [.. ByJoint(compute, bytes), .. ByLing(compute)];
    }

    // One active expert as large as the dense feed-forward; inside the memory where devices are stated.
    private static IEnumerable<RoutedProposal> ByJoint(TrainingFlops compute, double? bytes)
    {
        var rows = new List<RoutedProposal>();
        if (compute.Flops > JointMoe2025.MostCompute)
            return rows;
        for (var experts = JointMoe2025.Experts.Least; experts <= JointMoe2025.Experts.Most; experts *= 2)
        {
            if (JointMoe2025.Law.Allocate(compute, experts) is not { HasValue: true, Value.Parameters: var best })
                continue;
            var active = bytes is { } limit ? Math.Min(best, JointMoeShape.Largest(limit, experts)) : best;
            var tokens = new Tokens(compute.Flops / (6 * active));
            var loss = JointMoe2025.Law.Loss(new(active), tokens, experts);
            if (loss.HasValue)
            {
                var total = JointMoeShape.Total(active, experts);
                rows.Add(new(JointMoe2025.Law.Info.Id, experts, 1, 1, 1 / experts, active, total, tokens, loss.Value.NatsPerToken, null,
                    loss.Outside.And(new(JointMoe2025.Totals.FactorOutside(total), 1, 1)), active < best ? "as large as the memory allows to serve" : experts == 1 ? "dense" : ""));
            }
        }

        var least = rows.Count == 0 ? 0 : rows.Min(static row => row.Loss!.Value);
        return rows.Select(row => row.Loss!.Value.Equals(least) ? row with { Note = row.Note.Length == 0 ? "least loss of these" : "least loss of these, " + row.Note } : row);
    }

    // Eight fine experts and a shared one: active size and tokens by the allocation, which was fitted at an activation of 7.8 % and G = 2.
    private static IEnumerable<RoutedProposal> ByLing(TrainingFlops compute)
    {
        var run = Ling2025.Law.Allocate(compute);
        if (!run.HasValue)
            yield break;
        var active = run.Value.Parameters / 6;
        foreach (var experts in new double[] { 32, 64, 128, 256 })
        {
            var activation = (RoutedActive + 1) / (experts + 1);
            var leverage = Ling2025.Law.EfficiencyLeverage(activation, FineGranularity, compute);
            if (!leverage.HasValue)
                continue;
            yield return new(Ling2025.Law.Info.Id, experts, RoutedActive, FineGranularity, activation, active,
                active * (AttentionShare + ((1 - AttentionShare) / activation)), run.Value.Tokens, null, leverage.Value, run.Outside.And(leverage.Outside), "");
        }
    }
}
