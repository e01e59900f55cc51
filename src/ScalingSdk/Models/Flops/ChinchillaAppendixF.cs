using System.Numerics;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>
/// Appendix F, per token of a sequence s: embedding 2 V d, queries, keys and values 6 d (k h), logits 2 s (k h), softmax 3 h s,
/// reduction 2 s (k h), output 2 (k h) d, feed-forward 4 d f, head 2 V d; backward twice the forward.
/// </summary>
/// <remarks>Table A4 is reproduced only without the two vocabulary terms, though the text has them.</remarks>
internal sealed class ChinchillaAppendixF(bool withVocabulary) : FlopsConvention(
    withVocabulary ? "chinchilla-f" : "chinchilla-a4",
    withVocabulary ? "appendix F, term by term" : "appendix F without the vocabulary",
    "Hoffmann et al. 2022 (arXiv 2203.15556), " + (withVocabulary ? "appendix F" : "Table A4"),
    withVocabulary ? "attention's whole square and softmax; the vocabulary twice" : "attention's whole square and softmax; no vocabulary")
{
    private protected override string? WhyNot(ModelDescription model) =>
        StandardShape.WhyNotMultiHead(model)
        ?? (model.Parts.Layers[0].FeedForward is PlainFeedForward ? null : "it counts a feed-forward of two matrices, and this model's has three");

    private protected override BigInteger Count(ModelDescription model, int sequenceLength)
    {
        BigInteger d = model.HiddenSize;
        BigInteger heads = model.AttentionHeads;
        BigInteger s = sequenceLength;
        var width = heads * model.HeadSize;
        var layer = (6 * d * width) + (4 * s * width) + (3 * heads * s) + (2 * width * d) + (4 * d * model.IntermediateSize);
        var vocabulary = withVocabulary ? 4 * d * model.VocabularySize : 0;
        return 3 * ((model.Layers * layer) + vocabulary);
    }
}
