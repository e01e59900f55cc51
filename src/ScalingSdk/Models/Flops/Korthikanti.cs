using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>72 B L s h^2 (1 + s/6h + V/12hL), divided by the B s tokens; on the hardware, with attention's core recomputed, s/3h.</summary>
internal sealed class Korthikanti(bool hardware) : FlopsConvention(
    hardware ? "korthikanti-hardware" : "korthikanti-model",
    hardware ? "72 L h^2 (1 + s/3h + V/12hL), attention recomputed" : "72 L h^2 (1 + s/6h + V/12hL)",
    "Korthikanti et al. 2022 (arXiv 2205.05198), appendix A",
    hardware ? "attention's whole square twice; the output head once" : "attention's whole square; the output head once")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotTwelveSquares(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength)
    {
        BigInteger h = model.HiddenSize;
        return (model.Layers * ((72 * h * h) + ((hardware ? 24 : 12) * h * sequenceLength))) + (6 * h * model.VocabularySize);
    }
}
