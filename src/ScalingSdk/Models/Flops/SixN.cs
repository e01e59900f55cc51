using System.Numerics;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>C = 6 N D with the active parameters; 3 N in an encoder-decoder, where each token passes one of two stacks.</summary>
/// <remarks>The 3 N is that of GPT-3's Table D.1 (arXiv 2005.14165).</remarks>
internal sealed class SixN() : FlopsConvention(
    "6n", "6 N", "Hoffmann et al. 2022 (arXiv 2203.15556)", "no attention; an untied vocabulary twice")
{
    public override string NameFor(ModelDescription model) =>
        model.Kind == ModelFamily.EncoderDecoder ? "3 N: a token passes one of two stacks" : Name;

    private protected override BigInteger Count(ModelDescription model, int sequenceLength) =>
        new BigInteger(model.Kind == ModelFamily.EncoderDecoder ? 3 : 6) * model.Parameters.Active;
}
