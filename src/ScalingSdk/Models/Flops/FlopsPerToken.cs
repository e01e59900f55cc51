using System.Numerics;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Flops;

/// <summary>The exact count of the multiplications and additions in all matrix products: looking up an embedding is free.</summary>
/// <remarks>
/// Two per matrix element and token for attention, feed-forward (the active experts and the router), projections and the output
/// head; for attention's core two per element of query-key and value products. Norms, biases and softmax are left out. A token of
/// an encoder-decoder is the mean over an input and a target of the sequence length each.
/// </remarks>
public static class FlopsPerToken
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
        BigInteger attention = 0;
        Layer? last = null;
        BigInteger ofLast = 0;
        foreach (var layer in model.Parts.Layers)
        {
            if (!ReferenceEquals(layer, last))
                (last, ofLast) = (layer, Core(layer, length, mask));
            attention += ofLast;
        }

        return (2 * MatrixWeights(model) * length) + attention;
    }

    /// <summary>The matrix elements that a token is multiplied with, the output head included.</summary>
    internal static BigInteger MatrixWeights(ModelDescription model)
    {
        BigInteger outside = model.Parts.HeadWeights;
        foreach (var part in model.Parts.Outside)
            outside += part.WeightsPerToken;
        return outside + model.Parameters.ActiveNonEmbeddingWeights;
    }

    private static BigInteger Core(Layer layer, int length, AttentionMask mask)
    {
        var own = new BigInteger(layer.Attention.CoreWidth) * TwicePairs(length, layer.Attention.Window, full: layer.IsEncoder || mask == AttentionMask.Full);
        return layer.CrossAttention is { } cross
            ? own + (new BigInteger(cross.CoreWidth) * TwicePairs(length, cross.Window, full: true))
            : own;
    }

    // Causal: a token sees the window before it, the first ones less; half of the square where the window is the sequence.
    private static BigInteger TwicePairs(int length, int? window, bool full)
    {
        var seen = new BigInteger(Math.Min(length, window ?? length));
        return full ? 2 * seen * length : seen * ((2 * (BigInteger)length) - seen);
    }
}
