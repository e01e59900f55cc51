using CsCheck;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>What holds of every law that answers a question, over 30 orders of magnitude.</summary>
public sealed class LawPropertyTests
{
    private const double Near = 1e-12;

    // Parameters and tokens from 1 to 1e30, FLOP from 1 to 1e60.
    private static readonly Gen<double> Magnitude = Gen.Double[0, 30].Select(static exponent => Math.Pow(10, exponent));
    private static readonly Gen<double> Compute = Gen.Double[6, 36].Select(static exponent => Math.Pow(10, exponent));

    public static TheoryData<string> LossLaws => Ids<ILossLaw>();

    public static TheoryData<string> AllocationLaws => Ids<IAllocationLaw>();

    public static TheoryData<string> ParametricLaws => Ids<ParametricLaw>();

    public static TheoryData<string> OverfittingLaws => Ids<Kaplan2020>();

    // Gadre's E + (a M^eta + b M^-eta) C^-eta is the same form with alpha = beta, so that it falls in N and in D alone as well.
    [Theory, MemberData(nameof(LossLaws))]
    public void Loss_MoreParametersOrTokens_IsNotHigher(string id)
    {
        var law = Law<ILossLaw>(id);
        Gen.Select(Magnitude, Magnitude, Gen.Double[1.01, 100]).Sample((n, d, factor) =>
        {
            var loss = Loss(law, n, d);
            return Loss(law, n * factor, d) <= loss * (1 + Near) && Loss(law, n, d * factor) <= loss * (1 + Near);
        });
    }

    [Theory, MemberData(nameof(LossLaws))]
    public void Loss_InsideTheRange_Falls(string id)
    {
        var law = Law<ILossLaw>(id);
        Gen.Select(Gen.Double[7, 10], Gen.Double[9, 12]).Sample((logN, logD) =>
        {
            var (n, d) = (Math.Pow(10, logN), Math.Pow(10, logD));
            return Loss(law, 1.1 * n, d) < Loss(law, n, d) && Loss(law, n, 1.1 * d) < Loss(law, n, d);
        });
    }

    [Theory, MemberData(nameof(AllocationLaws))]
    public void Allocate_AnyBudget_SpendsExactlyIt(string id)
    {
        var law = Law<IAllocationLaw>(id);
        var perParameterAndToken = law.Info.Parameters == ParameterConvention.NonEmbeddingFlopsPerToken ? 1 : 6;
        Compute.Sample(c =>
        {
            var run = law.Allocate(new(c)).Value;
            return IsNear(c, perParameterAndToken * run.Parameters * run.Tokens.Count);
        });
    }

    [Theory, MemberData(nameof(AllocationLaws))]
    public void Allocate_MoreCompute_TakesMoreOfBoth(string id)
    {
        var law = Law<IAllocationLaw>(id);
        Compute.Sample(c =>
        {
            var (less, more) = (law.Allocate(new(c)).Value, law.Allocate(new(2 * c)).Value);
            return more.Parameters > less.Parameters && more.Tokens.Count > less.Tokens.Count;
        });
    }

    [Theory, MemberData(nameof(ParametricLaws))]
    public void OptimalTokens_OfTheOptimalSize_AreTheTokens(string id)
    {
        var law = Law<ParametricLaw>(id);
        Magnitude.Sample(d => IsNear(d, law.OptimalTokens(law.OptimalParametersOf(new Tokens(d)).Value).Value.Count));
    }

    [Theory, MemberData(nameof(ParametricLaws))]
    public void Allocate_TheComputeOfAnOptimalRun_IsThatRun(string id)
    {
        var law = Law<ParametricLaw>(id);
        Magnitude.Sample(n =>
        {
            var d = law.OptimalTokens(new ActiveParameters(n)).Value.Count;
            return IsNear(n, law.Allocate(new(6 * n * d)).Value.Parameters);
        });
    }

    [Theory, MemberData(nameof(ParametricLaws))]
    public void Allocate_AgainstItsNeighbours_HasTheLowerLoss(string id)
    {
        var law = Law<ParametricLaw>(id);
        Gen.Select(Gen.Double[18, 26], Gen.Double[0.5, 0.95]).Sample((logC, factor) =>
        {
            var run = law.Allocate(new(Math.Pow(10, logC))).Value;
            var best = law.Form.Loss(run.Parameters, run.Tokens.Count);
            return best < law.Form.Loss(run.Parameters * factor, run.Tokens.Count / factor)
                && best < law.Form.Loss(run.Parameters / factor, run.Tokens.Count * factor);
        });
    }

    [Theory, MemberData(nameof(ParametricLaws))]
    public void TokensFor_TheLossOfARun_AreItsTokens(string id)
    {
        var law = Law<ParametricLaw>(id);
        Gen.Select(Gen.Double[7, 12], Gen.Double[8, 13]).Sample((logN, logD) =>
        {
            var (n, d) = (new ActiveParameters(Math.Pow(10, logN)), new Tokens(Math.Pow(10, logD)));
            return Math.Abs((law.TokensFor(n, law.Loss(n, d).Value).Value.Count / d.Count) - 1) < 1e-9;
        });
    }

    [Theory, MemberData(nameof(OverfittingLaws))]
    public void LargestModel_OfAThreshold_IsTheModel(string id)
    {
        var law = Law<Kaplan2020>(id);
        Magnitude.Sample(n => IsNear(n, law.LargestModel(law.Threshold(Size(n)).Value).Value));
    }

    [Fact]
    public void ThresholdAt_AnyTolerance_HasThatPenaltyAndInverts() =>
        Gen.Select(Gen.Double[3, 15], Gen.Double[-20, 6]).Sample((logN, logTolerance) =>
        {
            var tolerance = Math.Pow(10, logTolerance);
            var n = new NonEmbeddingWeights(Math.Pow(10, logN));
            var unique = Kaplan2020.Law.ThresholdAt(n, tolerance).Value;
            return Math.Abs((Kaplan2020.Law.Penalty(n, unique).Value / tolerance) - 1) < 1e-9
                && Math.Abs((Kaplan2020.Law.LargestModelAt(unique, tolerance).Value.Count / n.Count) - 1) < Near;
        });

    [Fact]
    public void Answers_Over30Orders_AreFiniteAndPositive() => Gen.Select(Magnitude, Magnitude).Sample((n, d) =>
    {
        var (size, tokens, unique) = (Size(n), new Tokens(d), new UniqueTokens(d));
        var values = new List<double>();
        foreach (var law in LawRegistry.All)
        {
            Add((law as ILossLaw)?.Loss(size, tokens), static loss => loss.NatsPerToken);
            Add((law as IAllocationLaw)?.OptimalTokens(size), static t => t.Count);
            Add((law as IAllocationLaw)?.Allocate(new(n)), static run => run.Parameters * run.Tokens.Count);
            Add((law as Kaplan2020)?.Threshold(size), static t => t.Count);
            Add((law as Kaplan2020)?.LargestModel(unique), static count => count);
            Add((law as IBatchLaw)?.Batch(size, tokens), static batch => batch.Count);
            Add((law as ICriticalBatchLaw)?.CriticalBatch(size, tokens), static batch => batch.Count);
            Add((law as ILearningRateLaw)?.LearningRate(size, tokens), static rate => rate);
            Add((law as Muennighoff2023)?.EffectiveTokens(tokens, new(Math.Sqrt(d))), static t => t.Count);
        }

        return values.TrueForAll(static value => value > 0 && value <= double.MaxValue);

        void Add<T>(Answer<T>? answer, Func<T, double> number)
            where T : struct
        {
            if (answer is { HasValue: true } given)
                values.Add(number(given.Value));
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Answers_AboutNoPositiveFiniteCount_AreNone(double count)
    {
        var (size, tokens) = (Size(count), new Tokens(count));

        Assert.All(LawRegistry.All.OfType<ILossLaw>(), law => Assert.NotNull(law.Loss(size, tokens).WhyNone));
        Assert.All(LawRegistry.All.OfType<IAllocationLaw>(), law => Assert.NotNull(law.OptimalTokens(size).WhyNone));
        Assert.All(LawRegistry.All.OfType<IAllocationLaw>(), law => Assert.NotNull(law.Allocate(new(count)).WhyNone));
        Assert.All(LawRegistry.All.OfType<Kaplan2020>(), law => Assert.NotNull(law.Threshold(size).WhyNone));
        Assert.All(LawRegistry.All.OfType<IBatchLaw>(), law => Assert.NotNull(law.Batch(size, tokens).WhyNone));
        Assert.All(LawRegistry.All.OfType<ICriticalBatchLaw>(), law => Assert.NotNull(law.CriticalBatch(size, tokens).WhyNone));
        Assert.All(LawRegistry.All.OfType<ILearningRateLaw>(), law => Assert.NotNull(law.LearningRate(size, tokens).WhyNone));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Advice_AboutNoPositiveFiniteNumber_IsNone(double number)
    {
        var (batch, tokens, good) = (new BatchTokens(number), new Tokens(number), new BatchTokens(1e6));
        var (n, unique) = (new NonEmbeddingWeights(number), new UniqueTokens(number));

        AssertNone(McCandlish2018.Law.At(batch, good), McCandlish2018.Law.At(good, batch), McCandlish2018.Law.At(batch, batch));
        AssertNone(McCandlish2018.Law.LargestBatch(1.2, batch), McCandlish2018.Law.LargestBatch(number, good));
        AssertNone(McCandlish2018.Law.SmallestBatch(1.2, batch), McCandlish2018.Law.SmallestBatch(number, good));
        AssertNone(McCandlish2018.Law.Rebatch(new(number, good), good, good), McCandlish2018.Law.Rebatch(new(1, batch), good, good));
        AssertNone(McCandlish2018.Law.Rebatch(new(1, good), batch, good), McCandlish2018.Law.Rebatch(new(1, good), good, batch));
        AssertNone(Bergsma2025.Law.OptimalTimescale(number), Bergsma2025.Law.Timescale(batch, 1e-3, 0.1, new(1e10)));
        AssertNone(Bergsma2025.Law.Timescale(good, number, number, new(1e10)), Bergsma2025.Law.Timescale(good, 1e-3, number, new(1e10)));
        AssertNone(Bergsma2025.Law.Timescale(good, number, 0.1, new(1e10)), Bergsma2025.Law.Timescale(good, 1e-3, 0.1, tokens));
        AssertNone(Bergsma2025.Law.WeightDecay(batch, 1e-3, new(1e9), new(1e10)), Bergsma2025.Law.WeightDecay(good, number, new(1e9), new(1e10)));
        AssertNone(Bergsma2025.Law.WeightDecay(good, 1e-3, new(number), new(1e10)), Bergsma2025.Law.WeightDecay(good, 1e-3, new(1e9), tokens));
        AssertNone(Mup2022.Law.Transfer(number, 256), Mup2022.Law.Transfer(256, number));
        AssertNone(Mup2022.Law.LearningRate(number, 256, 4096), Mup2022.Law.LearningRate(0.01, number, 256), Mup2022.Law.LearningRate(0.01, 256, number));
        AssertNone(Hagele2024.Law.Sweep([new(10), new(number)]), Hagele2024.Law.Sweep([new(number)]));
        AssertNone(Kaplan2020.Law.ThresholdAt(new(1e9), number), Kaplan2020.Law.ThresholdAt(n, 0.02));
        AssertNone(Kaplan2020.Law.LargestModelAt(new(1e9), number), Kaplan2020.Law.LargestModelAt(unique, 0.02), Kaplan2020.Law.LargestModelFor(unique));
        AssertNone(Kaplan2020.Law.Penalty(n, new(1e9)), Kaplan2020.Law.Penalty(new NonEmbeddingWeights(1e9), unique));
    }

    [Fact]
    public void Answers_BeyondWhatANumberHolds_AreNone()
    {
        AssertNone(Kaplan2020.Law.ThresholdAt(new(1e9), 1e300));
        AssertNone(Kaplan2020.Law.LargestModelAt(new(1e9), 1e300), Kaplan2020.Law.LargestModelFor(new(1e300)));
        AssertNone(McCandlish2018.Law.Rebatch(new(1e300, new(1)), new(1e300), new(1)));
        AssertNone(Bergsma2025.Law.WeightDecay(new(1), 1, new(1e-300), new(1e300)), Bergsma2025.Law.Timescale(new(1), 1e-200, 1e-200, new(1)));
        AssertNone(Mup2022.Law.Transfer(1e200, 1e-200), Mup2022.Law.Transfer(1e-200, 1));
        AssertNone(Hagele2024.Law.Sweep([new(1.7e308), new(1.7e308)]));
    }

    private static void AssertNone<T>(params Answer<T>[] answers)
        where T : struct => Assert.All(answers, static answer => Assert.NotNull(answer.WhyNone));

    private static bool IsNear(double expected, double actual) => Math.Abs(actual - expected) <= Near * Math.Abs(expected);

    private static double Loss(ILossLaw law, double n, double d) => law.Loss(Size(n), new(d)).Value.NatsPerToken;

    private static ModelSize Size(double n) => new()
    {
        Total = new(n),
        Active = new(n),
        NonEmbedding = new(n),
        Weights = new(n),
        WeightsWithHead = new(n),
        FlopsPerToken = new(n),
    };

    private static TLaw Law<TLaw>(string id)
        where TLaw : class, IScalingLaw => (TLaw)LawRegistry.Find(id)!;

    private static TheoryData<string> Ids<TLaw>()
        where TLaw : IScalingLaw => [.. LawRegistry.All.OfType<TLaw>().Select(static law => law.Info.Id)];
}
