using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>96 B s L h^2 (1 + s/6h + V/16Lh), divided by the B s tokens: with all activations recomputed.</summary>
internal sealed class Megatron() : FlopsConvention(
    "megatron-2021",
    "96 L h^2 (1 + s/6h + V/16Lh), activations recomputed",
    "Narayanan et al. 2021 (arXiv 2104.04473), eq. 3",
    "attention's whole square; the output head once, not recomputed")
{
    private protected override string? WhyNot(ModelDescription model) => StandardShape.WhyNotTwelveSquares(model);

    private protected override BigInteger Count(ModelDescription model, int sequenceLength)
    {
        BigInteger h = model.HiddenSize;
        return (model.Layers * ((96 * h * h) + (16 * h * sequenceLength))) + (6 * h * model.VocabularySize);
    }
}
