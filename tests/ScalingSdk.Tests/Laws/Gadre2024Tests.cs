using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Gadre2024Tests
{
    private static readonly Gadre2024[] Corpora = [Gadre2024.C4, Gadre2024.RedPajama, Gadre2024.RefinedWeb];

    // Corpus, parameters, tokens per parameter, loss of the authors' run, and how far the fit may be off.
    public static TheoryData<int, double, double, double, double> Runs => new()
    {
        { 0, 10_569_312, 20, 5.2207, 0.006 },
        { 0, 78_914_048, 20, 3.8003, 0.006 },
        { 0, 153_677_376, 20, 3.4326, 0.006 },
        { 0, 411_616_256, 20, 3.0417, 0.006 },
        { 0, 1_439_795_200, 20, 2.6569, 0.01 },
        { 0, 1_439_795_200, 80, 2.4724, 0.02 },
        { 0, 6_889_410_560, 20, 2.3822, 0.045 },
        { 1, 10_569_312, 20, 5.3870, 0.006 },
        { 1, 78_914_048, 20, 3.8999, 0.006 },
        { 1, 153_677_376, 20, 3.5311, 0.006 },
        { 1, 411_616_256, 20, 3.1498, 0.006 },
        { 1, 1_439_795_200, 20, 2.7688, 0.006 },
        { 2, 10_569_312, 20, 5.2719, 0.006 },
        { 2, 78_914_048, 20, 3.8609, 0.006 },
        { 2, 153_677_376, 20, 3.5179, 0.006 },
        { 2, 411_616_256, 20, 3.1305, 0.006 },
        { 2, 1_439_795_200, 20, 2.7634, 0.006 },
        { 2, 1_439_795_200, 320, 2.5314, 0.006 },
        { 2, 6_889_410_560, 20, 2.4547, 0.02 },
    };

    [Theory, MemberData(nameof(Runs))]
    public void Loss_OfReleasedRuns_IsWithinTheFit(int corpus, double n, double m, double loss, double tolerance) =>
        Near.Relative(loss, Corpora[corpus].Loss(new ActiveParameters(n), new Tokens(m * n)).Value.NatsPerToken, tolerance);

    [Fact]
    public void Loss_ByComputeAndByRun_IsTheSame()
    {
        var byRun = Gadre2024.C4.Loss(new ActiveParameters(1e9), new Tokens(8e10));
        var byCompute = Gadre2024.C4.Loss(new TrainingFlops(6 * 1e9 * 8e10), 80);

        Near.Relative(byRun.Value.NatsPerToken, byCompute.Value.NatsPerToken, 1e-12);
    }

    [Fact]
    public void ComputeOverBest_AtTheOptimum_IsOneAndRisesOnBothSides()
    {
        var law = Gadre2024.RedPajama;
        var best = law.OptimalTokensPerParameter;

        Near.Relative(1, law.ComputeOverBest(best).Value, 1e-12);
        Assert.True(law.ComputeOverBest(best * 8).Value > 1.1);
        Assert.True(law.ComputeOverBest(best / 8).Value > 1.1);
    }

    [Fact]
    public void ComputeOverBest_SpentAtTheBestSize_GivesTheSameLoss()
    {
        var law = Gadre2024.RefinedWeb;
        var extra = law.ComputeOverBest(320).Value;

        Near.Relative(
            law.Loss(new TrainingFlops(1e21), law.OptimalTokensPerParameter).Value.NatsPerToken,
            law.Loss(new TrainingFlops(1e21 * extra), 320).Value.NatsPerToken,
            1e-12);
    }

    [Fact]
    public void Loss_OfTwoCorpora_CannotBeCompared()
    {
        var c4 = Gadre2024.C4.Loss(new TrainingFlops(1e20), 20).Value;
        var web = Gadre2024.RefinedWeb.Loss(new TrainingFlops(1e20), 20).Value;

        Assert.Throws<ArgumentException>(() => c4.Above(web));
    }

    [Fact]
    public void Loss_BeyondTheRuns_SaysHowFar()
    {
        var outside = Gadre2024.C4.Loss(new ActiveParameters(6.9e10), new Tokens(6.9e13)).Outside;

        Near.Relative(10, outside.Parameters, 1e-9);
        Near.Relative(1000 / 640.0, outside.Tokens, 1e-9);
    }

    [Fact]
    public void Loss_WithoutCompute_SaysWhy() => Assert.NotNull(Gadre2024.C4.Loss(new TrainingFlops(0), 20).WhyNone);
}
