using ScalingSdk.Laws;

namespace ScalingSdk.Docs;

/// <summary>Plots of laws of sparse weights and of the length of the context.</summary>
internal static class SparsityPlots
{
    private static readonly int[] LlamaSizes = [7, 13, 34, 70];

    public static Plot UnifiedSparse => new(
        "Loss by sparsity (experimental)",
        "Loss of a routed model of which a token uses a billion parameters, on 100 billion tokens, over that of a dense one of that size: 0.92 at nine tenths unused.",
        new("unused share S", 0, 0.97, Linear: true),
        new("loss over that at S = 0", 0.8, 1.05, Linear: true),
        [new("unified-sparse-2025", s => LossAt(s) / LossAt(0))]);

    public static Plot Frantar => new(
        "Worth of the weights that are left (experimental)",
        "Dense weights that one weight is worth against the share of zeros: 1.6 at a half, 2.2 at three quarters.",
        new("share of zeros S", 0, 0.98, Linear: true),
        new("dense weights for each", 1, 3.7, Linear: true),
        [new("frantar-2023", s => Frantar2023.Law.DenseMultiple(s).Value)]);

    public static Plot Xiong => new(
        "Loss by length of the context (experimental)",
        "Loss against the tokens of context for Llama 2 of four sizes, trained on with long sequences: 1.66 to 1.60 from 4,096 to 32,768 at 7B, 1.41 to 1.37 at 70B.",
        new("tokens of context", 512, 32_768),
        new("loss, nats per token", 1.3, 1.9, Linear: true),
        [.. LlamaSizes.Select(static size => new Curve(FormattableString.Invariant($"Llama 2 {size}B"), c => Xiong2023.Law.Loss(size, c).Value.NatsPerToken))]);

    private static double LossAt(double s) => UnifiedSparse2025.Law.Loss(new(1e9), new(1e11), s).Value.NatsPerToken;
}
