using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Experiments;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.Experiments;

public sealed class NextExperimentsTests
{
    private static readonly Formula Law = Formula.Parse("L = E + A/N^alpha, E > 0, A > 0, 0 < alpha < 1");

    [Fact]
    public void Choose_RunsOfOneCost_TakesTheOneNearestToTheTarget()
    {
        var plan = Choose(budget: 1, most: 1, cost: "N/N");
        Assert.Equal(29, plan.Chosen[0].Row);
    }

    [Fact]
    public void Choose_ABatch_LowersTheErrorWithEachRunAndKeepsTheBudget()
    {
        var plan = Choose(budget: 2e10, most: 5);
        Assert.InRange(plan.Chosen.Sum(static next => next.Cost), 0, 2e10);
        Assert.Equal(plan.Chosen.Count, plan.Chosen.Select(static next => next.Row).Distinct().Count());
        var errors = plan.Chosen.Select(static next => next.TargetError).Prepend(plan.ErrorBefore).ToList();
        Assert.All(errors.Zip(errors.Skip(1)), static pair => Assert.True(pair.Second < pair.First, "each run makes the target surer"));
    }

    [Fact]
    public void Choose_AnAccuracyThatIsReached_StopsThere()
    {
        var all = Choose(budget: 1e12, most: 5);
        var plan = Choose(budget: 1e12, most: 5, accuracy: (all.Chosen[0].TargetError + all.Chosen[1].TargetError) / 2);
        Assert.True(plan.Accurate, "the accuracy lies between the first run and the second");
        Assert.Equal(2, plan.Chosen.Count);
    }

    [Fact]
    public void Choose_NoAffordableRun_ChoosesNone() => Assert.Empty(Choose(budget: 1, most: 5).Chosen);

    private static NextPlan Choose(double budget, int most, double accuracy = 0, string cost = "N")
    {
        var done = Table([1e6, 2e6, 4e6, 8e6, 1.6e7]);
        var pool = Table([.. Enumerable.Range(0, 30).Select(static i => 1e6 * Math.Pow(1e4, i / 29.0))]);
        return NextExperiments.Choose(Law, done, pool, Table([1e11]), NextExperiments.Costs(cost, pool), budget, most, accuracy);
    }

    private static RunTable Table(double[] sizes) => new(new Dictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["N"] = sizes,
        ["L"] = [.. sizes.Select(static (n, i) => 1.7 + (400 / Math.Pow(n, 0.34)) + (0.01 * ((i * 7 % 5) - 2)))],
    });
}
