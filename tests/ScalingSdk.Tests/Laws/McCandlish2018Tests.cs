using CsCheck;
using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class McCandlish2018Tests
{
    private static readonly McCandlish2018 Law = McCandlish2018.Law;
    private static readonly Gen<double> Counts = Gen.Double[1, 9].Select(x => Math.Pow(10, x));

    [Fact]
    public void At_TheCriticalBatch_IsTwiceOfBoth() =>
        Assert.Equal(new BatchTradeOff(2, 2), Law.At(new(1e6), new(1e6)).Value);

    [Fact]
    public void At_AnyBatch_FulfilsTheTradeOff() => Counts.Select(Counts).Sample((batch, critical) =>
    {
        var at = Law.At(new(batch), new(critical)).Value;
        // Each factor alone loses digits where the other is large: compare what was added to 1.
        Near.Relative(1, (at.Steps - 1) * (at.Examples - 1), 1e-6);
    });

    [Fact]
    public void At_KaplansBatchAndLossThree_IsKaplansAdjustment()
    {
        // Reference 2.9: at B = 2^19 and L = 3, S_min/S = 0.318356586959 and C_min/C = 0.681643413041.
        var at = Law.At(new(524288), new(1122569.71075)).Value;

        Near.Relative(0.318356586959, 1 / at.Steps, Near.Computed);
        Near.Relative(0.681643413041, 1 / at.Examples, Near.Computed);
    }

    [Fact]
    public void LargestBatch_AndSmallestBatch_InvertTheTradeOff() => Counts.Select(Gen.Double[1.01, 100]).Sample((critical, factor) =>
    {
        Near.Relative(factor, Law.At(Law.LargestBatch(factor, new(critical)).Value, new(critical)).Value.Examples, 1e-12);
        Near.Relative(factor, Law.At(Law.SmallestBatch(factor, new(critical)).Value, new(critical)).Value.Steps, 1e-12);
    });

    [Fact]
    public void Rebatch_FromTheCriticalBatchToTwice_TakesThreeQuartersOfTheSteps()
    {
        var run = Law.Rebatch(new(1000, new(1e6)), new(2e6), new(1e6)).Value;

        Near.Relative(750, run.Steps, 1e-12);
        Near.Relative(1.5e9, run.Tokens.Count, 1e-12);
    }

    [Fact]
    public void Questions_WithoutAnAnswer_SayWhy()
    {
        Assert.NotNull(Law.At(new(0), new(1e6)).WhyNone);
        Assert.NotNull(Law.LargestBatch(1, new(1e6)).WhyNone);
        Assert.NotNull(Law.SmallestBatch(0.5, new(1e6)).WhyNone);
        Assert.NotNull(Law.Rebatch(default, new(1e6), new(1e6)).WhyNone);
    }
}
