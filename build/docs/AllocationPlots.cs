using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>Plots of laws of loss, data and size.</summary>
internal static class AllocationPlots
{
    private static readonly Axis Parameters = new("parameters N", 1e8, 1e12);
    private static readonly Axis Compute = new("training compute C = 6 N D, FLOP", 1e18, 1e26);

    public static Plot Kaplan => new(
        "Kaplan's threshold (4.4) and Chinchilla's tokens",
        "Tokens against parameters. The overfitting threshold 5e3 N^0.74 crosses Chinchilla's compute-optimal tokens near 1.5 billion "
        + "parameters; above, Chinchilla asks for ever more than the threshold: 3.5 times at 175 billion, 5.7 times at a trillion.",
        Parameters,
        new("tokens D", 1e9, 1e14),
        [
            new("kaplan-2020, eq. 4.4: unique tokens for at most 2 % excess loss", n => Kaplan2020.Law.Threshold(new NonEmbeddingWeights(n)).Value.Count),
            new("chinchilla-2022, approach 1: compute-optimal tokens", n => Chinchilla2022.Approach1.OptimalTokens(new ActiveParameters(n)).Value.Count),
            new("besiroglu-2024: compute-optimal tokens", n => Besiroglu2024.Law.OptimalTokens(new ActiveParameters(n)).Value.Count),
            new("3.7 times the threshold", n => 3.7 * Kaplan2020.Law.Threshold(new NonEmbeddingWeights(n)).Value.Count),
        ]);

    public static Plot Chinchilla => new(
        "Compute-optimal size by three approaches",
        "Parameters against compute. Approaches 1 and 2 agree; approach 3 gives smaller models at large compute, and its rounded constants smaller ones still.",
        Compute,
        new("parameters N", 1e7, 1e13),
        [
            new("approach 1: minimum over training curves", c => Chinchilla2022.Approach1.OptimalParameters(new(c)).Value.Count),
            new("approach 2: isoFLOP profiles", c => Chinchilla2022.Approach2.OptimalParameters(new(c)).Value.Count),
            new("approach 3: parametric loss, constants of the TeX source", c => Chinchilla2022.Approach3Tex.OptimalParameters(new(c)).Value.Count),
            new("approach 3, rounded constants of eq. 10", c => Chinchilla2022.Approach3Rounded.OptimalParameters(new(c)).Value.Count),
        ])
    {
        Points = new("Table 3 of the paper (approach 1)", [(1.92e19, 4e8), (1.21e20, 1e9), (1.23e22, 1e10), (5.76e23, 6.7e10), (3.85e24, 1.75e11), (9.90e24, 2.8e11), (3.43e25, 5.2e11)]),
    };

    public static Plot Besiroglu => new(
        "Compute-optimal tokens per parameter",
        "Tokens per parameter against compute: about 26 at 1e18 FLOP, 22 at 1e21 and 16 at 1e26, with a 90 percent interval that widens away from the runs.",
        Compute,
        new("tokens per parameter D/N", 3, 100),
        [
            new("besiroglu-2024", c => PerParameter(c, Besiroglu2024.Law.OptimalParameters(new(c)).Value.Count)),
            new("chinchilla-2022, approach 3 of the TeX source", c => PerParameter(c, Chinchilla2022.Approach3Tex.OptimalParameters(new(c)).Value.Count)),
        ])
    {
        Band = new(
            "90 % interval from the joint sample",
            c => PerParameter(c, Besiroglu2024.Law.ParametersInterval(new(c)).Value.High),
            c => PerParameter(c, Besiroglu2024.Law.ParametersInterval(new(c)).Value.Low)),
    };

    public static Plot Muennighoff => new(
        "What repeated tokens are worth",
        "Effective over unique tokens against epochs: 3.7 at 4 epochs, 10.6 at 16, 15.2 at 40, and never more than 16.4.",
        new("epochs", 1, 200),
        new("effective tokens over unique tokens", 1, 200),
        [
            new("muennighoff-2023", e => Muennighoff2023.Law.EffectiveTokens(new(e * 1e9), new(1e9)).Value.Count / 1e9),
            new("the same tokens, all fresh", e => e),
            new("ceiling: 1 + R* = 16.39", _ => 16.387756),
        ]);

    public static Plot Sardana => new(
        "The best size when serving counts",
        "Parameters against lifetime inference tokens, for the loss of a compute-optimal 70 billion model: with 10 trillion tokens the best size is 42 billion by Chinchilla's constants and 33 billion by Besiroglu's.",
        new("lifetime inference tokens", 1e10, 1e14),
        new("parameters N of the same loss", 1e10, 1e11),
        [
            new("constants chinchilla-a3-tex", d => Deployed(Chinchilla2022.Approach3Tex, d)),
            new("constants besiroglu-2024", d => Deployed(Besiroglu2024.Law, d)),
        ])
    {
        Points = new("the paper: 41.6B for 10T tokens", [(1e13, 4.16e10)]),
    };

    public static Plot Gadre => new(
        "Loss at 20, 160 and 640 tokens per parameter",
        "Loss against compute on RedPajama: more tokens per parameter cost loss at equal compute, and the curves stay nearly parallel.",
        new("training compute C = 6 N D, FLOP", 1e17, 1e23),
        new("loss, nats per token", 2, 7),
        [
            new("M = 20 tokens per parameter", c => Gadre2024.RedPajama.Loss(new TrainingFlops(c), 20).Value.NatsPerToken),
            new("M = 160", c => Gadre2024.RedPajama.Loss(new TrainingFlops(c), 160).Value.NatsPerToken),
            new("M = 640", c => Gadre2024.RedPajama.Loss(new TrainingFlops(c), 640).Value.NatsPerToken),
        ])
    {
        Points = new("the authors' runs at M = 20, and 1.4B at M = 640", [
            (Flops(10_569_312, 20), 5.3870), (Flops(78_914_048, 20), 3.8999), (Flops(153_677_376, 20), 3.5311), (Flops(411_616_256, 20), 3.1498),
            (Flops(1_439_795_200, 20), 2.7688), (Flops(1_439_795_200, 640), 2.5021), (Flops(6_889_410_560, 20), 2.4250)]),
    };

    private static double PerParameter(double flops, double n) => flops / (6 * n * n);

    private static double Flops(double n, double m) => 6 * n * n * m;

    private static double Deployed(ParametricLaw constants, double lifetime)
    {
        var reference = new ActiveParameters(7e10);
        var run = Sardana2023.Law.Deploy(constants, reference, constants.OptimalTokens(reference).Value, new(lifetime));
        return run.HasValue ? run.Value.Parameters.Count : double.NaN;
    }
}
