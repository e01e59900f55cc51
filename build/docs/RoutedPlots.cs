using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>Plots of laws of routed models and of Farseer.</summary>
internal static class RoutedPlots
{
    private static readonly int[] ExpertsShown = [1, 8, 32];
    private static readonly double[] BudgetsShown = [1e18, 1e20, 1e22];

    public static Plot JointMoe => new(
        "Best active size by experts",
        "Compute-optimal active parameters against compute for 1, 8 and 32 experts: at 1e21 FLOP 5.7, 3.8 and 2.9 billion.",
        new("training compute C, FLOP", 1e19, 1e23),
        new("active parameters", 1e8, 1e11),
        [.. ExpertsShown.Select(e => new Curve(FormattableString.Invariant($"{e} experts"), c => JointMoe2025.Law.Allocate(new(c), e).Value.Parameters))]);

    public static Plot Ling => new(
        "Efficiency leverage by activation",
        "Dense compute over routed compute at equal loss against the activation ratio, at granularity 8 and three budgets: up to 7 at 3 percent and 1e22 FLOP.",
        new("activation ratio", 0.008, 1),
        new("leverage", 0.8, 15),
        [.. BudgetsShown.Select(c => new Curve(FormattableString.Invariant($"C = {c:0e0} FLOP"), a => Ling2025.Law.EfficiencyLeverage(a, 8, new(c)).Value))]);

    public static Plot Hunyuan => new(
        "Loss by activated experts (experimental)",
        "Loss against the number of activated experts for 30 billion parameters of which 3 billion are active, on a trillion tokens: least at about 7.",
        new("activated experts", 1, 64),
        new("loss, nats per token", 2.1, 2.4, Linear: true),
        [new("N = 30B, N_a = 3B, D = 1T, S = 1/8", g => HunyuanMoe2025.Law.Loss(new(3e10), new(1e12), new(3e9), g, 0.125).Value.NatsPerToken)]);

    public static Plot Farseer => new(
        "Best tokens per parameter by compute",
        "Tokens per non-embedding parameter of the best run against compute: 25 at 1e20 FLOP, 41 at 1e22, 224 at 1e24, far above besiroglu-2024's 18 to 25.",
        new("training compute C = 6 N D, FLOP", 1e19, 1e25),
        new("tokens per parameter", 5, 1000),
        [
            new("farseer-2025", c => Ratio(Farseer2025.Law.Allocate(new(c)).Value)),
            new("besiroglu-2024", c => Ratio(Besiroglu2024.Law.Allocate(new(c)).Value)),
        ]);

    public static Plot ParScale => new(
        "Loss by parallel streams",
        "Loss of a model of 1.6 billion parameters against the number of parallel streams on two corpora.",
        new("streams P", 1, 8),
        new("loss, nats per token", 1, 2.1, Linear: true),
        [
            new("Stack-V2 Python", p => ParScale2025.Code.Loss(new(1.6e9), p).Value.NatsPerToken),
            new("Pile", p => ParScale2025.Pile.Loss(new(1.6e9), p).Value.NatsPerToken),
        ]);

    public static Plot Tao => new(
        "Best vocabulary by size",
        "The best vocabulary of three methods against parameters without vocabulary, at width 4096.",
        new("parameters without vocabulary", 1e9, 1e11),
        new("vocabulary", 1e4, 1e6),
        [
            new("method 1, profiles", n => Tao2024.Law.VocabularyByProfiles(Compute(n)).Value / 4096),
            new("method 2, derivative", n => Tao2024.Law.VocabularyByDerivative(new(n)).Value / 4096),
            new("method 3, loss", n => Tao2024.Law.VocabularyByLoss(new(n), Compute(n), 4096).Value),
        ]);

    public static Plot Bhagia => new(
        "Task accuracy by compute",
        "Accuracy of the OLMo recipe on five tasks against non-embedding parameters at 100 tokens per parameter.",
        new("non-embedding parameters", 1.9e8, 1.3e10),
        new("accuracy", 0, 1, Linear: true),
        [.. new[] { Bhagia2024.Mmlu, Bhagia2024.HellaSwag, Bhagia2024.Piqa, Bhagia2024.CommonsenseQa, Bhagia2024.SocialIqa }
            .Select(law => new Curve(law.Info.ConstantSet, n => law.Accuracy(new(n), new(100 * n)).Value))]);

    private static TrainingFlops Compute(double n) => Tao2024.Law.ComputeOf(new(n)).Value;

    private static double Ratio(OptimalRun run) => run.Tokens.Count / run.Parameters;
}
