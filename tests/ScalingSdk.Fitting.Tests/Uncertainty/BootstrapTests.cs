using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Uncertainty;

public sealed class BootstrapTests
{
    [Fact]
    public void Run_RunsShareSizes_DrawsSizes()
    {
        var sample = Bootstrap.Run(LawFit.Chinchilla(Made.Grid(8, 5, 0.005)), new() { Resamples = 50 });

        Assert.Equal((Resampling.Sizes, 8), (sample.Resampling, sample.Units));
    }

    [Fact]
    public void Run_EverySizeOnce_DrawsRuns()
    {
        var runs = Made.Grid(6, 6, 0.005).Select((run, i) => run with { Parameters = run.Parameters * (1 + (0.01 * i)) }).ToList();

        Assert.Equal(Resampling.Runs, Bootstrap.Run(LawFit.Chinchilla(runs), new() { Resamples = 50 }).Resampling);
    }

    [Fact]
    public void Run_GroupsStated_DrawsGroups()
    {
        var runs = Made.Grid(6, 6, 0.005).Select((run, i) => run with { Group = i % 9 < 4 ? "a" + (i % 4) : "b" + (i % 5) }).ToList();

        var sample = Bootstrap.Run(LawFit.Chinchilla(runs), new() { Resamples = 50 });

        Assert.Equal((Resampling.Groups, 9), (sample.Resampling, sample.Units));
    }

    [Fact]
    public void Run_OtherNumberOfThreads_GivesTheSameRows()
    {
        var fit = LawFit.Chinchilla(Made.Grid(8, 5, 0.005));

        var one = Bootstrap.Run(fit, new() { Resamples = 64, MaxThreads = 1 });
        var many = Bootstrap.Run(fit, new() { Resamples = 64, MaxThreads = 4 });

        Assert.Equal(one.Rows.SelectMany(row => row), many.Rows.SelectMany(row => row));
    }

    [Fact]
    public void Run_OtherSeed_GivesOtherRowsOfTheSameSpread()
    {
        var fit = LawFit.Chinchilla(Made.Grid(8, 5, 0.005));

        var first = Bootstrap.Run(fit, new() { Seed = 1, Resamples = 2000, Resampling = Resampling.Runs });
        var second = Bootstrap.Run(fit, new() { Seed = 2, Resamples = 2000, Resampling = Resampling.Runs });

        Assert.NotEqual(first.Rows[0], second.Rows[0]);
        Assert.Equal(1, first.StandardError("alpha") / second.StandardError("alpha"), 0.1);
    }

    [Fact]
    public void Caveat_FewSizes_SaysThatIntervalsMayBeNarrow()
    {
        var few = Bootstrap.Run(LawFit.Chinchilla(Made.Grid(6, 6, 0.005)), new() { Resamples = 20 });
        var many = Bootstrap.Run(LawFit.Chinchilla(Made.Grid(12, 4, 0.005)), new() { Resamples = 20 });

        Assert.Contains("'6' sizes", few.Caveat!, StringComparison.Ordinal);
        Assert.Null(many.Caveat);
    }

    // t(5) at 95 % is 2.0150, the normal's 1.6449.
    [Fact]
    public void Of_SixSizes_IsSpreadAboutItsMedianAsStudentsT()
    {
        var sample = Bootstrap.Run(LawFit.Chinchilla(Made.Grid(6, 6, 0.005)), new() { Resamples = 201 });

        var drawn = sample.Rows.Select(static row => row[0]).Order().ToList();
        var interval = sample.Of("E");
        Assert.Equal(2.0150 / 1.6449 * Math.Sqrt(6 / 5.0), sample.Widened, 1e-3);
        Assert.Equal(drawn[100], interval.Median, 1e-12);
        Assert.Equal(sample.Widened * Math.Log(drawn[190] / drawn[100]), Math.Log(interval.High / interval.Median), 1e-9);
        Assert.Equal(sample.Widened * Math.Log(drawn[10] / drawn[100]), Math.Log(interval.Low / interval.Median), 1e-9);
    }

    [Fact]
    public void Thin_KeepsTheSpread()
    {
        var sample = Bootstrap.Run(LawFit.Chinchilla(Made.Grid(8, 5, 0.005)), new() { Resamples = 2000 });

        Assert.Equal(250, sample.Thin(250).Rows.Count);
        Assert.Equal(1, sample.Thin(250).StandardError("alpha") / sample.StandardError("alpha"), 0.2);
    }
}
