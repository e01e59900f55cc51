using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>Plots of laws of learning rate, batch, weight decay and schedule.</summary>
internal static class RecipePlots
{
    public static Plot DeepSeek => new(
        "Learning rate by compute",
        "Peak learning rate against compute: 1.8e-3 at 1e18 FLOP, 7.4e-4 at 1e21, 4.2e-4 at 1e23. The released 7 billion and 67 billion models lie within 3 percent.",
        new("training compute C = M D, FLOP", 1e17, 1e25),
        new("peak learning rate", 2e-4, 3e-3),
        [new("deepseek-2024: 0.3118 C^-0.125", c => DeepSeek2024.Law.LearningRate(new NonEmbeddingFlops(c)).Value)])
    {
        Points = new("DeepSeek LLM 7B and 67B as released", [(8.455716864e22, 4.2e-4), (9.94553e23, 3.2e-4)]),
    };

    public static Plot StepLaw => new(
        "Learning rate by size and tokens",
        "Peak learning rate against parameters: it falls with the size and rises with the tokens of the run.",
        new("non-embedding parameters N", 6e7, 1e10),
        new("peak learning rate", 2e-4, 2e-2),
        [
            new("D = 10B tokens", n => StepLaw2025.Law.LearningRate(new NonEmbeddingWeights(n), new Tokens(1e10)).Value),
            new("D = 100B tokens", n => StepLaw2025.Law.LearningRate(new NonEmbeddingWeights(n), new Tokens(1e11)).Value),
            new("D = 1T tokens", n => StepLaw2025.Law.LearningRate(new NonEmbeddingWeights(n), new Tokens(1e12)).Value),
        ]);

    public static Plot Published => new(
        "Learning rates of published runs by size",
        "Peak learning rate against parameters: the band of published runs falls from 3e-4 to 1.5e-3 at 70 million parameters to 4e-5 to 2e-4 at 175 billion.",
        new("active parameters N", 4e7, 6e11),
        new("peak learning rate", 1e-5, 1e-2),
        [
            new("middle: 3e-4 (N/1e9)^-0.26", n => PublishedRates.Law.Of(new ActiveParameters(n), 1).Middle.Value),
        ])
    {
        Band = new(
            "band of published runs",
            n => PublishedRates.Law.Of(new ActiveParameters(n), 1).Low.Value,
            n => PublishedRates.Law.Of(new ActiveParameters(n), 1).High.Value),
    };

    public static Plot Porian => new(
        "Learning rate by size",
        "Peak learning rate against parameters with the output head: 4.9e-3 at 100 million, 2.1e-3 at a billion; the paper's rounded form stays within 10 percent.",
        new("parameters N with the output head", 5e6, 1e9),
        new("peak learning rate", 1e-3, 2e-2),
        [
            new("3.7 N^-0.36", n => Porian2024.Law.LearningRate(new WeightsWithHead(n)).Value),
            new("rounded: 0.0047 (N/108e6)^(-1/3)", n => Porian2024.Law.RoundedLearningRate(new(n)).Value),
        ]);

    public static Plot Zhang => new(
        "Critical batch by tokens",
        "Batch in tokens against tokens of the run: b/a, the batch of twice the compute, 1.1 million at 1.7 billion tokens and 5.7 million at 25 billion, and the paper's own 20 percent point below it.",
        new("tokens D of the run", 1e9, 1e12),
        new("batch, tokens", 1e5, 1e8),
        [
            new("b/a by the notebook fit: twice the fewest steps and the least compute", d => Zhang2024.Law.CriticalBatch(new Tokens(d)) is { HasValue: true } b ? b.Value.Count : double.NaN),
            new("the paper's critical batch: 20 % overhead", d => Zhang2024.Law.TwentyPercentBatch(new Tokens(d)).Value.Count),
            new("the same by the recalled prefactor 22.91", d => Zhang2024.Law.TwentyPercentBatchByRecalledPrefactor(new Tokens(d)).Value.Count),
            new("kaplan-2020, B_crit at Kaplan's loss of N = D / 20.5", d => Kaplan2020.Law.CriticalBatch(Kaplan2020.Law.Loss(new NonEmbeddingWeights(d / 20.5), new UniqueTokens(d)).Value).Value.Count),
        ])
    {
        Points = new("b/a of the five measured models", [.. Zhang2024.Law.Runs.Select(r => (20.5 * r.Model.Count, r.CriticalBatch.Count))]),
    };

    public static Plot McCandlish => new(
        "Time against cost at a batch",
        "Steps over the fewest and examples over the least, against the batch over the critical one: both are 2 where the batch is critical.",
        new("batch over critical batch", 0.01, 100),
        new("factor over the least", 1, 100),
        [
            new("steps: time", b => McCandlish2018.Law.At(new(b), new(1)).Value.Steps),
            new("examples: cost", b => McCandlish2018.Law.At(new(b), new(1)).Value.Examples),
        ])
    {
        Points = new("at the critical batch: twice of both", [(1, 2)]),
    };

    public static Plot Bergsma => new(
        "AdamW timescale by tokens per parameter",
        "The best timescale as a share of the run against tokens per parameter: 0.22 at 20, 0.07 at 200.",
        new("tokens per parameter D/N", 1, 1000),
        new("timescale tau, share of the run", 0.01, 2),
        [new("1.084 (D/N)^-0.527", m => Bergsma2025.Law.OptimalTimescale(m).Value)])
    {
        Points = new("610M at 20 tokens per parameter, about 0.21", [(20, 0.21)]),
    };

    public static Plot Hagele => new(
        "A constant rate with a cooldown, and a cosine",
        "Learning rate over its constant value against progress: constant, then falling as one minus the root over the last 20 or 10 percent, beside a cosine of twice the peak.",
        new("share of the run", 0, 1, Linear: true),
        new("learning rate over the constant one", 0, 2, Linear: true),
        [
            new("constant, 20 % cooldown", t => Hagele2024.Law.Schedule(t, 0.2).Value),
            new("constant, 10 % cooldown", t => Hagele2024.Law.Schedule(t, 0.1).Value),
            new("cosine to zero from twice the rate", t => 1 + Math.Cos(Math.PI * t)),
        ]);

    public static Plot Mup => new(
        "What follows the width",
        "Factors on a base model of width 256 against the width: hidden learning rate and hidden variance fall as one over the width, the output variance as its square, the embedding's rate stays.",
        new("width", 256, 16384),
        new("factor on the base model's setting", 1e-4, 2),
        [
            new("learning rate of hidden and output matrices; hidden variance", d => Mup2022.Law.Transfer(256, d).Value.HiddenLearningRate),
            new("output variance", d => Mup2022.Law.Transfer(256, d).Value.OutputVariance),
            new("learning rate of the input embedding", d => Mup2022.Law.Transfer(256, d).Value.EmbeddingLearningRate),
        ]);
}
