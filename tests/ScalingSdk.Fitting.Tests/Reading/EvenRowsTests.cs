using System.Globalization;
using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Reading;

/// <summary>Rows without a name whose tokens rise by equal steps: points inside runs, or runs of a grid.</summary>
public sealed class EvenRowsTests
{
    [Fact]
    public void Read_RowsOfEachSizeThatLookLikeOneCurve_AsksWhatTheyAre()
    {
        var set = RunReader.Read(Log());

        Assert.True(set.Refusal is not null, "points inside runs were fitted as runs in silence");
        Assert.Contains("lines 2 to 11, N 100M", set.Refusal, StringComparison.Ordinal);
        Assert.Contains("--points last", set.Refusal, StringComparison.Ordinal);
        Assert.Contains("--points all", set.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PointsOfRuns.Last, 3)]
    [InlineData(PointsOfRuns.All, 36)]
    public void Read_RowsOfEachSizeOnceStated_AreWhatIsStated(PointsOfRuns points, int runs) =>
        Assert.Equal(runs, RunReader.Read(Log(), new() { Points = points }).Runs.Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_AGridOfEqualSteps_IsReadAndSaysWhatWasAssumed(bool perParameter)
    {
        var set = RunReader.Read(Rows(n => Enumerable.Range(1, 5).Select(k => k * (perParameter ? 10 * n : 2e9))));

        Assert.Null(set.Refusal);
        Assert.Equal(15, set.Runs.Count);
        Assert.Contains(set.Summary, static line => line.Contains("--points last", StringComparison.Ordinal) && line.Contains("lines 2 to 6", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AGridOfDoubledTokens_SaysNothing()
    {
        var set = RunReader.Read(Rows(static _ => Enumerable.Range(0, 5).Select(static k => 1e9 * Math.Pow(2, k))));

        Assert.DoesNotContain(set.Summary, static line => line.Contains("--points", StringComparison.Ordinal));
    }

    // Runs of three sizes that end at 10, 12 and 14 equal steps.
    private static string Log() => Rows(static n => Enumerable.Range(1, n < 2e8 ? 10 : n < 5e8 ? 12 : 14).Select(static k => k * 5e8));

    private static string Rows(Func<double, IEnumerable<double>> tokens)
    {
        var text = new StringBuilder("n_params,tokens,loss\n");
        foreach (var n in new[] { 1e8, 3e8, 9e8 })
        {
            foreach (var d in tokens(n))
                text.Append(CultureInfo.InvariantCulture, $"{n},{d},{1.8 + (480 / Math.Pow(n, 0.35)) + (2000 / Math.Pow(d, 0.36))}\n");
        }

        return text.ToString();
    }
}
