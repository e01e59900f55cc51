using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Experts whose granularity costs much more compute than the best one, by ling-2025 where its fit speaks.</summary>
/// <remarks>
/// Inside the granularities (2 to 16) and activation ratios of its runs, and up to the leverage that was fitted. Published models lose at
/// most 15 % there, those coarser than 2 (Mixtral) or of more leverage (gpt-oss-120b) are not covered.
/// </remarks>
internal sealed class CoarseExperts : SingleRule
{
    /// <summary>More compute for the same loss than at the best granularity.</summary>
    private const double Wasteful = 0.25;

    public override RuleInfo Info { get; } = new("SCALE3004", Severity.Suggestion, "The experts are far from the best granularity");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan is not { Routed: { Granularity: { } granularity, Activation: var activation }, Size.Model.ExpertLayer: { } layer, Compute.SixND: var compute })
            return null;
        var law = Ling2025.Law;
        var (here, best) = (law.EfficiencyLeverage(activation, granularity, compute), law.EfficiencyLeverage(activation, Ling2025.BestGranularity, compute));
        if (!here.HasValue || !best.HasValue || here.Outside.Parameters > 1 || best.Value > RoutedProposal.MostLeverage)
            return null;
        var more = (best.Value / here.Value) - 1;
        return more <= Wasteful ? null : At(
            plan.Spec.ModelOrigin,
            $"experts '{Grouped(layer.Width)}' wide in a model '{Grouped(layer.Hidden)}' wide cost up to {Percent(more)} more compute than at granularity {Compact(Ling2025.BestGranularity)} ({law.Info.Id})",
            [
                $"granularity is twice the model's width over the expert's, {Compact(granularity)} here: at equal loss a dense model takes up to {Compact(here.Value)} times this compute, at the best granularity {Compact(best.Value)} times ({law.Info.Id}{OutsideRange.Note(best.Outside)})",
                "the law counts compute alone: more and finer experts take more communication",
            ],
            [Remedy.Advice(Split(layer, granularity))]);
    }

    // By a power of two, so that parameters and compute stay.
    private static string Split(RoutedExperts layer, double granularity)
    {
        var parts = Math.Max(2, (long)Math.Pow(2, Math.Floor(Math.Log(Ling2025.BestGranularity / granularity) / Math.Log(2))));
        return $"split each expert in {Grouped(parts)}: {Grouped(parts * layer.Experts)} experts {Grouped(layer.Width / parts)} wide, {Grouped(parts * layer.ActiveExperts)} of them used";
    }
}
