using ScalingSdk.Fitting.Fits;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class ChinchillaOptimumTests
{
    public static TheoryData<string, bool> Sets
    {
        get
        {
            var sets = new TheoryData<string, bool>();
            foreach (var row in PublicRuns.Rows("chinchilla-optima"))
                sets.Add(row["runs"], DropsOutliers(row));
            return sets;
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Chinchilla_AnyOfAHundredSeeds_ReachesThePolishedOptimum(string table, bool dropOutliers)
    {
        var runs = PublicRuns.Read(table, dropOutliers);
        var best = Best(table, dropOutliers);
        for (var seed = 0; seed < 100; seed++)
        {
            var fit = LawFit.Chinchilla(runs, new() { Seed = seed });

            Assert.Equal(best.Number("points"), fit.Runs.Count);
            Assert.True(fit.Diagnostics!.Converged);
            AssertObjective(best, fit);
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Chinchilla_ConstantsAndConditioning_AreThoseOfThePolishedOptimum(string table, bool dropOutliers)
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read(table, dropOutliers));

        var best = Best(table, dropOutliers);
        foreach (var name in new[] { "E", "A", "B", "alpha", "beta" })
            Assert.Equal(1, fit[name] / best.Number(name), 7);
        Assert.Equal(1, fit.Diagnostics!.ConditionNumber / best.Number("hessian_condition"), 4);
        Assert.InRange(fit.Diagnostics.RootMeanSquare / best.Number("rmse_log"), 1 - 1e-6, 1 + 1e-6);
    }

    [Fact]
    public void Chinchilla_PublishedGrid_GivesTheSameAnswer()
    {
        var runs = PublicRuns.Read("chinchilla-figure-4", dropOutliers: true);

        var grid = LawFit.Chinchilla(runs, new() { Starts = StartMethod.PublishedGrid });
        var few = LawFit.Chinchilla(runs);

        Assert.Equal(4500, grid.Diagnostics!.Starts.Made);
        Assert.Equal(1, grid.Diagnostics.Objective / few.Diagnostics!.Objective, 12);
        foreach (var constant in few.Constants)
            Assert.Equal(1, grid[constant.Name] / constant.Value, 8);
    }

    [Fact]
    public void Chinchilla_SeventeenRunsThatHardlyShowAFloor_NameTheRival()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("step-law-best"));

        Assert.Equal("the form without E", fit.Diagnostics!.NextMinimumIs);
        Assert.InRange(fit.Diagnostics.NextMinimum!.Value / fit.Diagnostics.Objective, 1.001, 1.05);
        Assert.Contains(fit.Findings, f => f.Kind == FitFindingKind.RivalMinimum);
    }

    [Fact]
    public void Chinchilla_SyntheticRuns_GiveTheirTruthBack()
    {
        var fit = LawFit.Chinchilla(PublicRuns.Read("cs336-isoflop"));

        Assert.Equal(1, fit["E"] / 2.69, 7);
        Assert.Equal(1, fit["A"] / 1606.4, 6);
        Assert.Equal(1, fit["B"] / 3210.7, 6);
        Assert.Equal(0.34, fit["alpha"], 7);
        Assert.Equal(0.36, fit["beta"], 7);
        Assert.True(fit.Trusted);
    }

    private static Dictionary<string, string> Best(string table, bool dropOutliers) =>
        PublicRuns.Rows("chinchilla-optima").Single(row => row["runs"] == table && DropsOutliers(row) == dropOutliers);

    private static bool DropsOutliers(Dictionary<string, string> row) => row["outliers"] == "dropped";

    // Noise-free data have an objective of rounding alone: there, 1e-9 of it is less than a double can tell.
    private static void AssertObjective(Dictionary<string, string> best, FitResult fit)
    {
        var objective = best.Number("objective");
        var rounding = 1e-16 * Math.Sqrt(objective * fit.Runs.Count);
        Assert.InRange(fit.Diagnostics!.Objective - objective, -((1e-9 * objective) + rounding), (1e-9 * objective) + rounding);
    }
}
