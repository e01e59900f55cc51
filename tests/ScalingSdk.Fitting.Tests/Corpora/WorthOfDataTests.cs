using ScalingSdk.Fitting.Corpora;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Corpora;

public sealed class WorthOfDataTests
{
    private const double Worth = 1.7;

    [Fact]
    public void Of_CuratedAndRawRuns_GivesTheWorthOfAToken()
    {
        var result = WorthOfData.Of(Runs(noise: 0.002), "raw", bootstrap: new() { Resamples = 400, Resampling = Resampling.Runs });

        var curated = result.Corpora[1];
        Assert.Equal("curated", curated.Corpus);
        Assert.Equal(1, curated.Worth / Worth, 0.1);
        Assert.InRange(Worth, curated.Interval.Low, curated.Interval.High);
    }

    [Fact]
    public void Of_NoiseFreeRuns_PlansInTheTokensOfEachCorpus()
    {
        var result = WorthOfData.Of(Runs(noise: 0), "raw", bootstrap: new() { Resamples = 20 });

        var (raw, curated) = (result.Corpora[0].Form, result.Corpora[1].Form);
        Assert.Equal(1, raw.OptimalTokens(1e9) / Worth / curated.OptimalTokens(1e9), 1e-4);
        Assert.Equal(raw.Loss(1e9, 2e10 * Worth), curated.Loss(1e9, 2e10), 1e-6);
    }

    private static RunSet Runs(double noise)
    {
        var random = new SplitMix64(5);
        var runs = new List<TrainingRun>();
        foreach (var run in Made.Grid(6, 6))
        {
            foreach (var (corpus, k) in new[] { ("raw", 1.0), ("curated", Worth) })
                runs.Add(run with { Corpus = corpus, Loss = Made.Loss(run.Parameters, k * run.Tokens, Made.Truth) * Math.Exp(noise * random.NextNormal()) });
        }

        return new() { Runs = runs };
    }
}
