using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;

namespace ScalingSdk.Fitting.Tests.Uncertainty;

/// <summary>Fits of more runs than are worked on again and again: the same answers, at a bounded cost.</summary>
public sealed class ManyRunsTests(ManyRunsTests.Fitted fitted) : IClassFixture<ManyRunsTests.Fitted>
{
    private static readonly FitOptions Squares = new() { Penalty = Penalty.Squares };

    [Fact]
    public void Chinchilla_OfManyRuns_IsTheOptimumOfAllOfThem()
    {
        var fit = fitted.Fit;
        var objective = LossForm.Chinchilla.Pose(fit.Logs, Penalty.Squares);
        var theta = LossForm.Chinchilla.ThetaOf(Made.Truth, fit.Logs);
        var best = new NewtonSolver(5).Minimise(objective, theta);

        Assert.True(fit.Trusted);
        Assert.Equal(best.Value, fit.Diagnostics!.Objective, 1e-12 * best.Value);
        Assert.All(theta.Zip(fit.Theta), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Bootstrap_OfManyRuns_DrawsFromSomeWithTheSpreadOfAll()
    {
        var fit = fitted.Fit;
        var sample = Bootstrap.Run(fit, new() { Resamples = 400, Resampling = Resampling.Runs });

        // Least squares with equal noise: the errors are known in closed form.
        Assert.Equal((Resampling.Runs, fit.Runs.Count), (sample.Resampling, sample.Units));
        Assert.All(fit.Constants, constant => Assert.InRange(sample.StandardError(constant.Name) / constant.StandardError, 0.85, 1.15));
        Assert.Contains("10,000 of the 40,000 runs", sample.DrawnFrom, StringComparison.Ordinal);
        Assert.Equal(sample.DrawnFrom, sample.Thin(100).DrawnFrom);
    }

    [Fact]
    public void Bootstrap_OfManyRunsOfFewSizes_KeepsEverySize()
    {
        LawSample Of(int ofEach) => Bootstrap.Run(LawFit.Chinchilla(Sizes(12, ofEach), Squares), new() { Resamples = 400 });
        LawSample many = Of(3000), whole = Of(800);

        Assert.Equal((Resampling.Sizes, 12, Resampling.Sizes, 12), (many.Resampling, many.Units, whole.Resampling, whole.Units));
        Assert.InRange(many.StandardError("alpha") / whole.StandardError("alpha"), 0.8, 1.25);
        Assert.Contains("30,000 of the 36,000 runs, chosen at random; with some runs of each", many.DrawnFrom, StringComparison.Ordinal);
        Assert.Null(whole.DrawnFrom);
        Assert.Null(Of(1000).DrawnFrom);
    }

    [Fact]
    public void Bootstrap_OfManySizesOfManyRuns_IsAsWideAsOfAll()
    {
        // 60 sizes of 400 runs: 40 sizes whole. Errors of runs alone, so that least squares tells the width.
        var fit = LawFit.Chinchilla(Sizes(60, 400, shared: 0), Squares);
        var sample = Bootstrap.Run(fit, new() { Resamples = 400, Resampling = Resampling.Sizes });

        Assert.Equal(60, sample.Units);
        Assert.InRange(sample.StandardError("beta") / fit.Constants[4].StandardError, 0.7, 1.4);
        Assert.Contains("16,000 of the 24,000 runs", sample.DrawnFrom, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_ThatLieCloseAllTheWay_AreNotOne()
    {
        var units = RunGroups.SizeOf(fitted.Fit.Logs);

        Assert.InRange(units.Max() + 1, 4_000, 5_600);
        Assert.Equal(Resampling.Sizes, Bootstrap.Run(fitted.Fit, new() { Resamples = 1 }).Resampling);
    }

    [Fact]
    public void Budgets_OfRuns_AreThoseOfTheirCompute()
    {
        var runs = Scattered(3000, 5);
        runs.AddRange(runs.Take(40).ToList());
        var unitOf = RunGroups.BudgetOf(new RunLogs(runs));

        var budgets = RunGroups.ByBudget(runs).Select(static (budget, unit) => (budget.Runs, unit)).SelectMany(static budget => budget.Runs.Select(run => (run, budget.unit)));
        Assert.All(budgets, budget => Assert.Equal(budget.unit, unitOf[runs.IndexOf(budget.run)]));
    }

    private static List<TrainingRun> Scattered(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            double n = 5e7 * Math.Pow(250, random.NextDouble()), d = 1e9 * Math.Pow(250, random.NextDouble());
            return Made.Run(n, d, Made.Loss(n, d, Made.Truth) * Math.Exp(0.01 * random.NextNormal()));
        })];
    }

    // Runs of a size share an error.
    private static List<TrainingRun> Sizes(int sizes, int ofEach, double shared = 0.01)
    {
        var (errors, random) = (new SplitMix64(3), new SplitMix64(4));
        return [.. Enumerable.Range(0, sizes).SelectMany(size =>
        {
            var error = shared * errors.NextNormal();
            return Enumerable.Range(0, ofEach).Select(_ =>
            {
                double n = 5e7 * Math.Pow(250, size / (sizes - 1.0)), d = 1e9 * Math.Pow(250, random.NextDouble());
                return Made.Run(n, d, Made.Loss(n, d, Made.Truth) * Math.Exp(error + (0.002 * random.NextNormal())));
            }).ToList();
        })];
    }

    /// <summary>Forty thousand runs, fitted once.</summary>
    public sealed class Fitted
    {
        internal FitResult Fit { get; } = LawFit.Chinchilla(Scattered(40_000, 2), Squares);
    }
}
