namespace ScalingSdk.Hardware.Memory;

/// <summary>Which activations are computed again in the backward pass in place of being kept.</summary>
public enum Recomputation
{
    /// <summary>Every activation is kept, the s x s ones of attention too.</summary>
    None,

    /// <summary>All but the s x s activations of attention are kept: what FlashAttention keeps, and "selective" in Megatron-LM.</summary>
    Flash,

    /// <summary>Each layer's input, what attention gives, and every second matrix product are kept: "selective" per operation in torchtitan.</summary>
    Selective,

    /// <summary>Only each layer's input is kept.</summary>
    Full,
}

/// <summary>One tensor that a layer keeps for its backward pass.</summary>
/// <param name="Name">What it is.</param>
/// <param name="BytesPerToken">Its bytes for one token, on one device without parallelism.</param>
/// <param name="Split">True where tensor parallelism splits it; the others only sequence parallelism splits.</param>
internal sealed record LayerTensor(string Name, double BytesPerToken, bool Split);

/// <summary>The activations that one layer keeps, tensor by tensor, 16 bits an element and one byte for a dropout mask.</summary>
/// <remarks>
/// For GPT the sum is Korthikanti et al. 2022 (arXiv 2205.05198), Table 2: s b h (34 + 5 a s / h), and with tensor
/// parallelism s b h (10 + 24 / t + 5 a s / (h t)). For a gated feed-forward, grouped heads or no dropout the same list is
/// kept with those tensors' own widths: derived, not published. Unfused norms in fp32 keep more.
/// </remarks>
internal static class LayerActivations
{
    private const double Element = 2;
    private const double Mask = 1;

    /// <summary>The tensors of one layer.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="sequenceLength">s: tokens of a sequence.</param>
    /// <param name="recomputation">What is not kept.</param>
    /// <param name="fused">True where a gated feed-forward's activation and product are one kernel, which computes the activation again.</param>
    public static IReadOnlyList<LayerTensor> Tensors(TransformerShape shape, int sequenceLength, Recomputation recomputation, bool fused = false)
    {
        double hidden = shape.HiddenSize;
        if (recomputation == Recomputation.Full)
            return [new("layer input", Element * hidden, Split: false)];

        var queries = shape.QueryWidth ?? (double)shape.AttentionHeads * shape.HeadSize;
        var keysAndValues = shape.KeyAndValueWidth ?? 2.0 * shape.KeyValueHeads * shape.HeadSize;
        var output = shape.OutputWidth ?? queries;
        if (recomputation == Recomputation.Selective)
        {
            // The products of queries, keys, values and output, of gate and up, and of down: half of them.
            var products = queries + keysAndValues + hidden + ((shape.Gated ? 2 : 1) * shape.IntermediateSize) + hidden;
            return
            [
                new("layer input", Element * hidden, Split: false),
                new("attention output", Element * output, Split: true),
                new("every second matrix product", Element * products / 2, Split: true),
            ];
        }

        List<LayerTensor> tensors =
        [
            new("norm inputs", 2 * Element * hidden, Split: false),
            new("attention input", Element * hidden, Split: false),
            new("queries", Element * queries, Split: true),
            new("keys and values", Element * keysAndValues, Split: true),
            new("output projection input", Element * output, Split: true),
            new("feed-forward input", Element * hidden, Split: false),
        ];

        // Two matrices: activation input and output. Gated: gate, up and their product, and gate's activation unless the product's kernel computes it again
        // (SwiGLUFunction of Megatron-Core, Liger, torch.compile).
        var widths = !shape.Gated ? 2 : fused ? 3 : 4;
        tensors.Add(new("feed-forward inner", widths * Element * shape.IntermediateSize, Split: true));
        if (shape.Dropout)
            tensors.Add(new("dropout masks", 2 * Mask * hidden, Split: false));
        if (shape.DispatchWidth > 0)
            tensors.Add(new("dispatched tokens", 2 * Element * shape.DispatchWidth, Split: false));
        if (recomputation == Recomputation.None)
            tensors.Add(Scores(shape, sequenceLength));
        return tensors;
    }

    /// <summary>Bytes of one layer on one device for a micro-batch.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="sequenceLength">s: tokens of a sequence.</param>
    /// <param name="sequences">b: sequences of the micro-batch.</param>
    /// <param name="recomputation">What is not kept.</param>
    /// <param name="parallelism">Tensor and sequence parallelism.</param>
    /// <param name="fused">True where a gated feed-forward's activation and product are one kernel.</param>
    public static double BytesPerLayer(
        TransformerShape shape, int sequenceLength, double sequences, Recomputation recomputation, Parallelism parallelism, bool fused = false)
    {
        double t = parallelism.TensorParallel;
        var perToken = 0.0;
        foreach (var tensor in Tensors(shape, sequenceLength, recomputation, fused))
            perToken += tensor.BytesPerToken / (tensor.Split || parallelism.SequenceParallel ? t : 1);
        return perToken * sequenceLength * sequences;
    }

    // The softmax output; with dropout its mask and result too: 5 a s bytes a token.
    private static LayerTensor Scores(TransformerShape shape, int sequenceLength)
    {
        var perScore = shape.Dropout ? Element + Mask + Element : Element;
        return new("attention scores", perScore * shape.AttentionHeads * sequenceLength, Split: true);
    }
}
