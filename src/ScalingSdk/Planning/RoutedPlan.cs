using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>A routed model against dense ones: the dense size of the same loss, by the one law that covers experts.</summary>
public sealed record RoutedPlan
{
    /// <summary>Routed experts of a layer.</summary>
    public required int Experts { get; init; }

    /// <summary>Experts that a token is sent to.</summary>
    public required int ActiveExperts { get; init; }

    /// <summary>The dense size of the same loss at 130B tokens, one expert per token (clark-2022).</summary>
    public required Answer<ActiveParameters> EffectiveSize { get; init; }

    internal static RoutedPlan? Of(SizePlan size) => size.Model is not { IsRouted: true } model || !size.LawsApply ? null : new RoutedPlan
    {
        Experts = model.Experts,
        ActiveExperts = model.ActiveExperts,
        EffectiveSize = Clark2022.SBase.EffectiveParameters(size.Counts.Active, model.Experts),
    };
}
