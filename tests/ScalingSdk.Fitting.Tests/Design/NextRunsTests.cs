using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Design;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Tests.Design;

public sealed class NextRunsTests
{
    private const double Budget = 1e21;
    private static readonly FitResult Fit = LawFit.Chinchilla(Made.Grid(5, 5, 0.004), new() { Penalty = Penalty.Squares });

    [Fact]
    public void PlanForOptimalSize_ABudget_IsNotExceededAndShrinksTheInterval()
    {
        var plan = NextRuns.PlanForOptimalSize(Fit, Budget, 1e23);

        Assert.InRange(plan.Sum(run => run.Compute), 0, Budget * 1.0001);
        Assert.True(plan[^1].WidthLeft < 0.9);
        Assert.Equal(plan.Select(run => run.WidthLeft).OrderDescending(), plan.Select(run => run.WidthLeft));
    }

    [Fact]
    public void PlanForOptimalSize_MadeRuns_ShrinkTheBootstrapIntervalMoreThanRepeatingWhatIsThere()
    {
        var plan = NextRuns.PlanForOptimalSize(Fit, Budget, 1e23);

        var planned = Width([.. Fit.Runs, .. plan.Select((run, i) => Noisy(run.Parameters, run.Tokens, (ulong)i))]);
        var middle = Fit.Runs[12];
        var repeated = Width([.. Fit.Runs, .. plan.Select((_, i) => Noisy(middle.Parameters, middle.Tokens, (ulong)i))]);

        Assert.True(planned < repeated, FormattableString.Invariant($"{planned} is not below {repeated}"));
    }

    [Fact]
    public void Table_OfAPlan_HasALineForEachRun()
    {
        var plan = NextRuns.PlanForOptimalSize(Fit, Budget, 1e23);

        Assert.Equal(plan.Count + 2, NextRuns.Table(plan).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Plan_WithoutATarget_ShrinksAllConstants() =>
        Assert.True(NextRuns.Plan(Fit, Budget)[^1].WidthLeft < 1);

    private static double Width(List<TrainingRun> runs)
    {
        var fit = LawFit.Chinchilla(runs, new() { Penalty = Penalty.Squares });
        var interval = Bootstrap.Run(fit, new() { Resamples = 500, Resampling = Resampling.Runs })
            .Of(row => Math.Log(new ChinchillaForm(row[0], row[1], row[2], row[3], row[4]).OptimalParameters(1e23)));
        return interval.High - interval.Low;
    }

    private static TrainingRun Noisy(double n, double d, ulong seed)
    {
        var random = new SplitMix64(seed + 77);
        return Made.Run(n, d, Made.Loss(n, d, Made.Truth) * Math.Exp(0.004 * random.NextNormal()));
    }
}
