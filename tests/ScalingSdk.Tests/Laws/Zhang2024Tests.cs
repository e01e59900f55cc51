using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

public sealed class Zhang2024Tests
{
    private static readonly Zhang2024 Law = Zhang2024.Law;

    public static TheoryData<int, double, double> MeasuredRows => new()
    {
        // run, measured critical batch in sequences of 512 (authors' notebook), b/a in tokens
        { 0, 745.3, 1_121_584.82645 },
        { 1, 955.2, 1_658_774.29383 },
        { 2, 1393.7, 2_781_508.69306 },
        { 3, 1888.5, 4_048_180.54497 },
        { 4, 2533.4, 5_699_094.64733 },
    };

    [Theory, MemberData(nameof(MeasuredRows))]
    public void TwentyPercentBatch_ByTheFit_IsWithinFourPercentOfTheMeasuredOne(int run, double sequences, double ratio)
    {
        var tokens = new Tokens(20.5 * Law.Runs[run].Model.Count);

        Near.Relative(sequences, Law.TwentyPercentBatch(tokens).Value.Sequences(512), 0.033);
        Near.Relative(ratio, Law.CriticalBatch(tokens).Value.Count, 0.04);
    }

    [Fact]
    public void TwentyPercentBatch_RegressedOnTheFiveRuns_GivesTheConstants()
    {
        var x = Law.Runs.Select(r => Math.Log(r.Model.Count / 1e6)).ToArray();
        var y = Law.Runs.Select(r => Math.Log(r.TwentyPercentBatch.Sequences(512))).ToArray();
        var slope = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / x.Sum(a => Math.Pow(a - x.Average(), 2));

        Near.Relative(0.46828, slope, 1e-5);
        Near.Relative(93.1968, Math.Exp(y.Average() - (slope * x.Average())), 1e-5);
    }

    [Fact]
    public void RecalledPrefactor_AtTheMeasuredRuns_IsWithinFivePercent()
    {
        foreach (var run in Law.Runs)
        {
            var recalled = Law.TwentyPercentBatchByRecalledPrefactor(new(20.5 * run.Model.Count)).Value;
            Near.Relative(run.TwentyPercentBatch.Count, recalled.Count, 0.05);
        }
    }

    [Fact]
    public void CriticalBatch_OfARun_TakesTwiceTheFewestStepsAndTwiceTheLeastExamples()
    {
        var run = Law.Runs[2];
        var batch = run.CriticalBatch;

        Near.Relative(2 * run.A, run.Steps(batch), 1e-12);
        Near.Relative(2 * run.B, run.Steps(batch) * batch.Sequences(512), 1e-12);
    }

    [Fact]
    public void CriticalBatch_BesideKaplanAtItsOwnLoss_IsWithinAFactorOfOnePointSix()
    {
        foreach (var run in Law.Runs)
        {
            var loss = Kaplan2020.Law.Loss(run.Model, new UniqueTokens(20.5 * run.Model.Count)).Value;
            var kaplan = Kaplan2020.Law.CriticalBatch(loss).Value.Count;
            Assert.InRange(run.CriticalBatch.Count / kaplan, 1 / 1.6, 1.6);
        }
    }

    [Fact]
    public void CriticalBatch_WhereTheFitHasNone_SaysWhy()
    {
        var answer = Law.CriticalBatch(new Tokens(1e8));

        Assert.False(answer.HasValue);
        Assert.Contains("0.26B tokens", answer.WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void CriticalBatch_BeyondTheRuns_SaysHowFar() =>
        Near.Relative(1e12 / (20.5 * 1.2e9), Law.CriticalBatch(new Tokens(1e12)).Outside.Tokens, 1e-12);
}
