using System.Text.Json;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class ChinchillaOptimumTests
{
    public static TheoryData<string> Sets =>
    [
        "chinchilla-reconstructed-240.csv", "chinchilla-reconstructed-245.csv", "gadre-c4.csv", "gadre-refinedweb.csv",
        "step-law-dense-best.csv", "marin-nemotron-isoflop.csv", "cs336-synthetic-isoflop.csv",
    ];

    [SharedRunsTheory]
    [MemberData(nameof(Sets))]
    public void Chinchilla_AnyOfAHundredSeeds_ReachesThePolishedOptimum(string file)
    {
        var runs = SharedRuns.Read(file);
        var best = SharedRuns.Json("optima.json").GetProperty(file);
        for (var seed = 0; seed < 100; seed++)
        {
            var fit = LawFit.Chinchilla(runs, new() { Seed = seed });

            Assert.Equal(best.GetProperty("points").GetInt32(), fit.Runs.Count);
            Assert.True(fit.Diagnostics!.Converged);
            AssertObjective(best, fit);
        }
    }

    [SharedRunsTheory]
    [MemberData(nameof(Sets))]
    public void Chinchilla_ConstantsAndConditioning_AreThoseOfThePolishedOptimum(string file)
    {
        var fit = LawFit.Chinchilla(SharedRuns.Read(file));

        var best = SharedRuns.Json("optima.json").GetProperty(file);
        foreach (var name in new[] { "E", "A", "B", "alpha", "beta" })
            Assert.Equal(1, fit[name] / best.GetProperty(name).GetDouble(), 7);
        Assert.Equal(1, fit.Diagnostics!.ConditionNumber / best.GetProperty("hess_cond").GetDouble(), 4);
        Assert.InRange(fit.Diagnostics.RootMeanSquare / best.GetProperty("rmse_log").GetDouble(), 1 - 1e-6, 1 + 1e-6);
    }

    [SharedRunsFact]
    public void Chinchilla_PublishedGrid_GivesTheSameAnswer()
    {
        var runs = SharedRuns.Read("chinchilla-reconstructed-240.csv");

        var grid = LawFit.Chinchilla(runs, new() { Starts = StartMethod.PublishedGrid });
        var few = LawFit.Chinchilla(runs);

        Assert.Equal(4500, grid.Diagnostics!.Starts.Made);
        Assert.Equal(1, grid.Diagnostics.Objective / few.Diagnostics!.Objective, 12);
        foreach (var constant in few.Constants)
            Assert.Equal(1, grid[constant.Name] / constant.Value, 8);
    }

    [SharedRunsFact]
    public void Chinchilla_SeventeenRunsThatHardlyShowAFloor_NameTheRival()
    {
        var fit = LawFit.Chinchilla(SharedRuns.Read("step-law-dense-best.csv"));

        Assert.Equal("the form without E", fit.Diagnostics!.NextMinimumIs);
        Assert.InRange(fit.Diagnostics.NextMinimum!.Value / fit.Diagnostics.Objective, 1.001, 1.05);
        Assert.Contains(fit.Findings, f => f.Kind == FitFindingKind.RivalMinimum);
    }

    [SharedRunsFact]
    public void Chinchilla_SyntheticRuns_GiveTheirTruthBack()
    {
        var fit = LawFit.Chinchilla(SharedRuns.Read("cs336-synthetic-isoflop.csv"));

        Assert.Equal(1, fit["E"] / 2.69, 7);
        Assert.Equal(1, fit["A"] / 1606.4, 6);
        Assert.Equal(1, fit["B"] / 3210.7, 6);
        Assert.Equal(0.34, fit["alpha"], 7);
        Assert.Equal(0.36, fit["beta"], 7);
        Assert.True(fit.Trusted);
    }

    // Noise-free data have an objective of rounding alone: there, 1e-9 of it is less than a double can tell.
    private static void AssertObjective(JsonElement best, FitResult fit)
    {
        var objective = best.GetProperty("objective").GetDouble();
        var rounding = 1e-16 * Math.Sqrt(objective * fit.Runs.Count);
        Assert.InRange(fit.Diagnostics!.Objective - objective, -((1e-9 * objective) + rounding), (1e-9 * objective) + rounding);
    }
}
