using System.Numerics;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>The exact count of the multiplications and additions in all matrix products: looking up an embedding is free.</summary>
/// <remarks>
/// Two per matrix element and token for attention, feed-forward (the active experts and the router), projections and the output
/// head; for attention's core two per element of query-key and value products; for a carried state its recurrent form. Norms, biases and softmax are left out. A token of
/// an encoder-decoder is the mean over an input and a target of the sequence length each.
/// </remarks>
internal static class FlopsPerToken
{
    /// <summary>Training, forward and backward: three times the forward pass.</summary>
    /// <remarks>Exact, but for windows shorter than a causal sequence: there the mean over the sequence is rounded to a whole number.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The sequence has no tokens.</exception>
    public static BigInteger Exact(ModelDescription model, int sequenceLength, AttentionMask mask) => PerToken(model, sequenceLength, mask, passes: 3);

    /// <summary>Inference: the forward pass alone, of a sequence that is read at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sequence has no tokens.</exception>
    public static BigInteger Forward(ModelDescription model, int sequenceLength, AttentionMask mask) => PerToken(model, sequenceLength, mask, passes: 1);

    private static BigInteger PerToken(ModelDescription model, int length, AttentionMask mask, int passes)
    {
        var sequences = model.Kind == ModelFamily.EncoderDecoder ? 2 : 1;
        var sum = passes * ForwardOfSequence(model, length, mask);
        var tokens = new BigInteger((long)length * sequences);
        return (sum + (tokens / 2)) / tokens;
    }

    /// <summary>The forward pass of one sequence (of one pair in an encoder-decoder).</summary>
    internal static BigInteger ForwardOfSequence(ModelDescription model, int length, AttentionMask mask)
    {
        if (length < 1)
            throw new ArgumentOutOfRangeException(nameof(length), length, "a sequence has at least one token");
        BigInteger mixing = 0;
        Layer? last = null;
        BigInteger ofLast = 0;
        foreach (var layer in model.Parts.Layers)
        {
            if (!ReferenceEquals(layer, last))
                (last, ofLast) = (layer, Mixing(layer, length, mask));
            mixing += ofLast;
        }

        foreach (var block in model.Parts.SharedBlocks)
            mixing += block.Uses * Mixing(block.Layer, length, mask);
        return (2 * MatrixWeights(model) * length) + mixing;
    }

    /// <summary>The matrix elements that a token is multiplied with, the output head included.</summary>
    internal static BigInteger MatrixWeights(ModelDescription model)
    {
        BigInteger outside = model.Parts.HeadWeights;
        foreach (var part in model.Parts.Outside)
            outside += part.WeightsPerToken;
        foreach (var block in model.Parts.SharedBlocks)
            outside += (block.Uses - 1) * (BigInteger)block.Layer.Counts.ActiveWeights;
        return outside + model.Parameters.ActiveNonEmbeddingWeights;
    }

    private static BigInteger Mixing(Layer layer, int length, AttentionMask mask)
    {
        BigInteger state = (layer.Mixer?.StateFlops ?? 0) + (layer.Beside?.StateFlops ?? 0);
        var sum = state * length;
        if (layer.Attention is { } attention)
            sum += attention.CoreWidth * TwicePairs(length, attention, layer.IsEncoder || mask == AttentionMask.Full);
        if (layer.CrossAttention is { } cross)
            sum += cross.CoreWidth * TwicePairs(length, cross, full: true);
        if (layer.Indexer is { } indexer)
            sum += indexer.CoreWidth * TwicePairs(length, length, full: mask == AttentionMask.Full);
        return sum;
    }

    private static BigInteger TwicePairs(int length, Attention attention, bool full)
    {
        if (!attention.Chunked || attention.Window is not { } chunk)
            return TwicePairs(length, attention.Window ?? length, full);
        var (whole, rest) = (length / chunk, length % chunk);
        return (whole * TwicePairs(chunk, chunk, full)) + (rest == 0 ? 0 : TwicePairs(rest, rest, full));
    }

    // Causal: a token sees the window before it, the first ones less; half of the square where the window is the sequence.
    private static BigInteger TwicePairs(int length, int window, bool full)
    {
        var seen = new BigInteger(Math.Min(length, window));
        return full ? 2 * seen * length : seen * ((2 * (BigInteger)length) - seen);
    }
}
