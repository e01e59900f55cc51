using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;

namespace ScalingSdk.Fitting.Tests.Results;

public sealed class InvarianceTests
{
    private static readonly List<TrainingRun> Runs = Made.Grid(6, 7, 0.006);
    private static readonly FitResult Fit = LawFit.Chinchilla(Runs);

    [Fact]
    public void Chinchilla_ShuffledRows_IsTheSame()
    {
        var random = new Random(3);

        AssertSame(LawFit.Chinchilla([.. Runs.OrderBy(_ => random.Next())]), 1, 1);
    }

    [Fact]
    public void Chinchilla_ScaledUnits_ScalesTheAmplitudesAlone() =>
        AssertSame(LawFit.Chinchilla([.. Runs.Select(run => run with { Parameters = run.Parameters / 1e6, Tokens = run.Tokens / 1e9 })]), 1e-6, 1e-9);

    [Fact]
    public void Chinchilla_DoubledRunsOfHalfTheWeight_IsTheSame()
    {
        var half = Runs.Select(run => run with { Weight = 0.5 }).ToList();

        var fit = LawFit.Chinchilla([.. half, .. half]);

        AssertSame(fit, 1, 1);
        Assert.Equal(1, fit.Diagnostics!.Objective / Fit.Diagnostics!.Objective, 12);
    }

    [Fact]
    public void Chinchilla_OtherNumberOfThreads_IsTheSame()
    {
        var one = LawFit.Chinchilla(Runs, new() { Starts = StartMethod.PublishedGrid, MaxThreads = 1 });
        var many = LawFit.Chinchilla(Runs, new() { Starts = StartMethod.PublishedGrid, MaxThreads = 3 });

        Assert.Equal(one.Constants.Select(c => c.Value), many.Constants.Select(c => c.Value));
    }

    private static void AssertSame(FitResult other, double sizeUnit, double tokenUnit)
    {
        Assert.Equal(1, other["E"] / Fit["E"], 9);
        Assert.Equal(1, other["alpha"] / Fit["alpha"], 9);
        Assert.Equal(1, other["beta"] / Fit["beta"], 9);
        Assert.Equal(1, other["A"] / (Fit["A"] * Math.Pow(sizeUnit, Fit["alpha"])), 8);
        Assert.Equal(1, other["B"] / (Fit["B"] * Math.Pow(tokenUnit, Fit["beta"])), 8);
    }
}
