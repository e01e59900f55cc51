using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>Plots of laws of counts, shape, experts and precision.</summary>
internal static class SizePlots
{
    public static Plot Pearce => new(
        "Total and non-embedding parameters",
        "Total against non-embedding parameters for a vocabulary of 32 thousand: embeddings are half of the total at ten million and 5 percent at a billion.",
        new("non-embedding parameters", 1e5, 1e11),
        new("total parameters", 1e5, 1e11),
        [
            new("N + 47491 N^(1/3)", n => Pearce2024.Law.ToTotal(new NonEmbeddingWeights(n)).Value.Count),
            new("without embeddings", n => n),
        ]);

    public static Plot Clark => new(
        "What 64 experts are worth, at 130B tokens",
        "The dense size of the same loss over the model's own, against the model's size: five- to sevenfold at ten million, two- to threefold at a billion, and one at the cutoff of each router.",
        new("dense parameters N", 1e7, 1e13),
        new("effective over dense parameters", 0.3, 20),
        [
            new("S-BASE, cutoff 937B", n => Worth(Clark2022.SBase, n)),
            new("RL-R, cutoff 85B", n => Worth(Clark2022.RlR, n)),
            new("HASH, cutoff 83B", n => Worth(Clark2022.Hash, n)),
            new("no gain", _ => 1),
        ]);

    public static Plot Tay => new(
        "Depth of the T5 family and where more depth stops paying",
        "Layers of the encoder against parameters for the seven T5 models, 4 layers at 16 million to 24 at 11 billion, below the band of 32 to 36 layers where the gain of depth converges.",
        new("parameters", 1e7, 2e10),
        new("layers of the encoder", 2, 64),
        [
            new("gain of depth starts to converge: 32 layers", _ => Tay2021.DepthConverges.Least),
            new("gain of depth has converged: 36 layers", _ => Tay2021.DepthConverges.Most),
        ])
    {
        Points = new("T5 Tiny, Mini, Small, Base, Large, XL, XXL", [(16e6, 4), (31e6, 4), (60e6, 6), (220e6, 12), (738e6, 24), (3e9, 24), (11e9, 24)]),
    };

    public static Plot Kumar => new(
        "What low-precision weights are worth (experimental)",
        "Effective over actual parameters against bits of the weights in training: 95 percent at 8 bits, 78 at 4, 53 at 2.",
        new("bits of the weights", 1, 16, Linear: true),
        new("effective over actual parameters", 0, 1, Linear: true),
        [new("1 - e^(-P/2.6745)", p => Kumar2024.Law.WeightRetention(p).Value)]);

    public static Plot Krajewski => new(
        "Loss by granularity of the experts (experimental)",
        "Loss against granularity for a billion parameters and 100 billion tokens: 3.08 with whole experts, 2.92 at sixteenths.",
        new("granularity G = d_ff / d_expert", 1, 64),
        new("loss, nats per token", 2.85, 3.1, Linear: true),
        [new("64 experts, N = 1B, D = 100B", g => Krajewski2024.Law.Loss(new(1e9), new(1e11), g).Value.NatsPerToken)]);

    private static double Worth(Clark2022 router, double n) => router.EffectiveParameters(new(n), 64).Value.Count / n;
}
