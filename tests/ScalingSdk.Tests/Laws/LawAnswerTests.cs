using CsCheck;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>Answers that a law does not have, and how far outside those lie that it has.</summary>
public sealed class LawAnswerTests
{
    private static readonly ModelSize Nominal = NominalSize.Of(new(7e9));

    [Fact]
    public void Value_OfNoAnswer_Throws() =>
        Assert.Throws<InvalidOperationException>(static () => Kaplan2020.WrongSize(0.1).Value);

    [Fact]
    public void Outside_FarBeyondTheRuns_SaysHowFar() => Assert.Equal(
        "extrapolated by 117x in N, 45x in D",
        Kaplan2020.Law.Penalty(new NonEmbeddingWeights(1.75e11), new UniqueTokens(1.0305e12)).Outside.ToString());

    [Fact]
    public void Outside_InsideTheRuns_IsInside() =>
        Assert.True(Besiroglu2024.Law.Loss(new ActiveParameters(1e9), new Tokens(2e10)).Outside.Inside);

    [Fact]
    public void FromNominal_SevenBillion_HasTheCountsOfPearce()
    {
        Assert.True(Nominal.Nominal);
        Assert.False(Nominal.IsRouted);
        Assert.Equal(7e9, Pearce2024.Law.ToTotal(Nominal.Weights).Value.Count, tolerance: 1);
        Assert.Throws<ArgumentOutOfRangeException>(static () => NominalSize.Of(new(0)));
    }

    [Fact]
    public void ToNonEmbedding_AnyTotal_Inverts() => Gen.Double[0, 30].Sample(static exponent =>
    {
        var total = Math.Pow(10, exponent);
        var back = Pearce2024.Law.ToTotal(Pearce2024.Law.ToNonEmbedding(new(total)).Value).Value.Count;
        return Math.Abs((back / total) - 1) < 1e-12;
    });

    [Fact]
    public void LocalExponent_AgainstTheFrontier_IsItsSlope() => Gen.Double[3, 12].Sample(static exponent =>
    {
        const double Step = 1e-5;
        var (low, high) = (Math.Pow(10, exponent - Step), Math.Pow(10, exponent + Step));
        var slope = 2 * Step / Math.Log10(Flops(high) / Flops(low));
        return Math.Abs(Pearce2024.Law.LocalExponent(new(Math.Pow(10, exponent)), Besiroglu2024.Law).Value - slope) < 1e-6;

        static double Flops(double n) => Pearce2024.Law.OptimalNonEmbeddingFlops(new(n), Besiroglu2024.Law).Value;
    });

    [Fact]
    public void DeepSeek_NominalSize_AsksForTheShape()
    {
        Assert.Contains("shape", DeepSeek2024.Law.Batch(Nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("shape", DeepSeek2024.Law.LearningRate(Nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("shape", DeepSeek2024.Law.OptimalTokens(Nominal).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void StepLaw_RoutedModel_HasNoAnswer()
    {
        var routed = Nominal with { Total = new(4.6e10) };

        Assert.Contains("dense", StepLaw2025.Law.LearningRate(routed, new(1e12)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("dense", StepLaw2025.Law.Batch(routed, new(1e12)).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_OfALawWithStandardErrorsAlone_AreNone() => Assert.All(
        LawRegistry.All.OfType<ParametricLaw>().Where(static law => !law.Info.Answers.HasFlag(LawQuestions.Intervals)),
        static law => Assert.Contains("no joint sample", law.ParametersInterval(new(1e21)).WhyNone, StringComparison.Ordinal));

    [Fact]
    public void LossInterval_OfBesiroglu_HoldsItsLoss()
    {
        var (n, d) = (new ActiveParameters(2.8e9), new Tokens(6e10));
        var interval = Besiroglu2024.Law.LossInterval(n, d).Value;

        Assert.InRange(Besiroglu2024.Law.Loss(n, d).Value.NatsPerToken, interval.Low, interval.High);
        Assert.InRange(interval.High - interval.Low, 1e-3, 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void ParametersInterval_CoverageOfNoInterval_HasNoAnswer(double coverage) =>
        Assert.False(Besiroglu2024.Law.ParametersInterval(new(1e21), coverage).HasValue);

    [Fact]
    public void TokensFor_LossBelowTheIrreducible_HasNoAnswer()
    {
        var law = Besiroglu2024.Law;

        Assert.Contains("does not reach", law.TokensFor(new(1e9), new(1.8, law.Info.ConstantSet)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("constant set", law.TokensFor(new(1e9), new(2.5, "other")).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Deploy_WithoutUse_IsTheOptimalRun()
    {
        var law = Besiroglu2024.Law;
        var n = new ActiveParameters(7e9);
        var run = Sardana2023.Law.Deploy(law, n, law.OptimalTokens(n).Value, new(0)).Value;

        Assert.Equal(1, run.Parameters.Count / n.Count, precision: 9);
        Assert.Equal(0, run.Saving, precision: 12);
        Assert.Equal("besiroglu-2024 Table 1", run.ConstantSet);
    }

    [Fact]
    public void Deploy_MoreUse_TakesASmallerModelAndSavesMore() => Gen.Select(Gen.Double[10, 15], Gen.Double[1.1, 10]).Sample((logUse, factor) =>
    {
        var (less, more) = (Deploy(Math.Pow(10, logUse)), Deploy(factor * Math.Pow(10, logUse)));
        return more.Parameters.Count < less.Parameters.Count && more.Tokens.Count > less.Tokens.Count && more.Saving > less.Saving;

        static DeploymentRun Deploy(double use) =>
            Sardana2023.Law.Deploy(Besiroglu2024.Law, new(7e9), new(1.44e11), new(use)).Value;
    });

    [Fact]
    public void Deploy_AtTheIrreducibleLoss_HasNoAnswer() => Assert.Contains(
        "irreducible", Sardana2023.Law.Deploy(Besiroglu2024.Law, new(1e300), new(1e300), new(1e12)).WhyNone, StringComparison.Ordinal);

    [Fact]
    public void Allocate_UnlimitedData_IsTheAllocationWithoutRepeats()
    {
        var law = Muennighoff2023.Law;
        var free = law.Allocate(new(1e21)).Value;

        Assert.Equal(1, law.Allocate(new(1e21), new(1e15)).Value.Parameters / free.Parameters, precision: 9);
    }

    [Fact]
    public void Allocate_LimitedData_BeatsItsNeighbours() => Gen.Select(Gen.Double[18, 25], Gen.Double[8, 12], Gen.Double[0.5, 0.9]).Sample(
        static (logC, logU, factor) =>
        {
            var unique = new UniqueTokens(Math.Pow(10, logU));
            var run = Muennighoff2023.Law.Allocate(new(Math.Pow(10, logC)), unique).Value;
            return Loss(1) <= Loss(factor) && Loss(1) <= Loss(1 / factor);

            double Loss(double times) => Muennighoff2023.Law
                .Loss(new ActiveParameters(run.Parameters * times), new Tokens(run.Tokens.Count / times), unique).Value.NatsPerToken;
        });
}
