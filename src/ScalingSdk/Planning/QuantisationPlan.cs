using ScalingSdk.Laws;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What serving the trained weights in fewer bits costs.</summary>
public sealed record QuantisationPlan
{
    /// <summary>Bits of a weight as it is served.</summary>
    public required double Bits { get; init; }

    /// <summary>How much the loss rises, in nats per token, by kumar-2024: experimental.</summary>
    public required Answer<double> Damage { get; init; }

    internal static QuantisationPlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run) =>
        spec.Inference.WeightBits is not { } bits || run is null || !size.LawsApply ? null : new QuantisationPlan
        {
            Bits = bits.Value,
            Damage = Kumar2024.Law.QuantisationDamage(size.Counts.Active, run.Tokens, bits.Value),
        };
}
