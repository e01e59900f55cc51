using System.Numerics;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>C = 8 N D: a second forward pass recomputes the activations. What the hardware does, not what the model needs.</summary>
internal sealed class EightN() : FlopsConvention(
    "8n", "8 N, activations recomputed", "BigScience 2022 (arXiv 2211.05100)", "no attention; an untied vocabulary twice")
{
    public override string NameFor(ModelDescription model) =>
        model.Kind == ModelFamily.EncoderDecoder ? "4 N, activations recomputed" : Name;

    private protected override BigInteger Count(ModelDescription model, int sequenceLength) =>
        new BigInteger(model.Kind == ModelFamily.EncoderDecoder ? 4 : 8) * model.Parameters.Active;
}
