using ScalingSdk.Laws;
using ScalingSdk.Models.Parts;
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

    /// <summary>2 d_model / d_expert as ling-2025 counts it; null where experts are not three matrices of the model's width.</summary>
    internal double? Granularity { get; private init; }

    /// <summary>Active over all experts, shared ones counted in both.</summary>
    internal double Activation { get; private init; }

    internal static RoutedPlan? Of(SizePlan size) => size.Model is not { ExpertLayer: { } layer } model || !size.LawsApply ? null : new RoutedPlan
    {
        Experts = model.Experts,
        ActiveExperts = model.ActiveExperts,
        Granularity = layer is { Latent: null, Matrices: 3 } ? 2.0 * layer.Hidden / layer.Width : null,
        Activation = (layer.ActiveExperts + Shared(layer)) / (layer.Experts + Shared(layer)),
        EffectiveSize = Clark2022.SBase.EffectiveParameters(size.Counts.Active, model.Experts, model.ActiveExperts),
    };

    // Shared experts are counted in widths of a routed one.
    private static double Shared(RoutedExperts layer) => (double)layer.SharedWidth / layer.Width;
}
