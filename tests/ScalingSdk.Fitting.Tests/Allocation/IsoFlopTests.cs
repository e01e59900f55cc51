using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Tests.Allocation;

public sealed class IsoFlopTests
{
    private static readonly double[] Budgets = [1e18, 1e19, 1e20, 1e21];

    [Theory]
    [InlineData("marin-isoflop")]
    [InlineData("cs336-isoflop")]
    public void Fit_PublicSweeps_ReachTheReferenceMinima(string name)
    {
        var runs = PublicRuns.Read(name, dropOutliers: true);

        var result = IsoFlop.Fit(runs);

        var expected = PublicRuns.Rows("isoflop-exponents").Single(row => row["runs"] == name);
        var minima = PublicRuns.Rows("isoflop-minima").Where(row => row["runs"] == name).ToList();
        Assert.Equal(expected.Number("points"), runs.Runs.Count);
        Assert.Equal(1, result.Parameters!.Exponent / expected.Number("a"), 1e-9);
        Assert.Equal(1, result.Tokens!.Exponent / expected.Number("b"), 1e-9);
        Assert.Equal(1, result.Parameters.Coefficient / expected.Number("k_N"), 1e-8);
        Assert.NotEmpty(minima);
        foreach (var (minimum, budget) in minima.Zip(result.Budgets))
        {
            Assert.Equal(1, budget.Compute / minimum.Number("C"), 1e-9);
            Assert.Equal(1, budget.Parameters / minimum.Number("N"), 1e-9);
            Assert.Equal(1, budget.Tokens / minimum.Number("D"), 1e-9);
            Assert.Equal(1, budget.Loss / minimum.Number("loss"), 1e-9);
        }
    }

    [Fact]
    public void Fit_BudgetsThatHaveNoMinimum_AreRefusedByType()
    {
        var runs = new List<TrainingRun>();
        Add(runs, 1e18, [(1e7, 4.0), (2e7, 3.8), (4e7, 3.9)]);
        Add(runs, 1e19, [(1e7, 3.5), (2e7, 3.6), (4e7, 3.6), (8e7, 3.5)]);
        Add(runs, 1e20, [(1e8, 3.4), (2e8, 3.2), (4e8, 3.1), (8e8, 3.05)]);

        var result = IsoFlop.Fit(new RunSet { Runs = runs });

        Assert.Equal([IsoFlopRefusal.TooFewSizes, IsoFlopRefusal.Concave, IsoFlopRefusal.EdgeMinimum], result.Budgets.Select(b => b.Refusal!.Value));
        Assert.Null(result.Parameters);
        Assert.Equal(3, result.Findings.Count(f => f.Kind == FitFindingKind.Refused));
    }

    [Fact]
    public void Fit_FourBudgets_SaysWhatTheIntervalLeavesOut() =>
        Assert.Contains(IsoFlop.Fit(new RunSet { Runs = Sweep(new ChinchillaForm(1.7, 1e4, 600, 0.5, 0.28)) }).Findings, static finding => finding.Text.Contains("goes through '4' minima", StringComparison.Ordinal));

    [Fact]
    public void Fit_ExponentsDiffer_IsBiasedAndSaysSo()
    {
        var form = new ChinchillaForm(1.7, 1e4, 600, 0.5, 0.28);
        var runs = Sweep(form);

        var result = IsoFlop.Fit(new RunSet { Runs = runs });

        var missed = result.Budgets.Max(b => Math.Abs((b.Parameters / form.OptimalParameters(b.Compute)) - 1));
        Assert.InRange(missed, 0.02, 1);
        Assert.Contains(result.Findings, f => f.Kind == FitFindingKind.Bias);
    }

    [Fact]
    public void Fit_EqualExponentsAndCentredCells_HasNoBiasAndSaysNothing()
    {
        var form = new ChinchillaForm(1.7, 500, 500, 0.34, 0.34);

        var result = IsoFlop.Fit(new RunSet { Runs = Sweep(form) });

        Assert.Equal(0.5, result.Parameters!.Exponent, 1e-6);
        Assert.DoesNotContain(result.Findings, f => f.Kind == FitFindingKind.Bias);
    }

    [Fact]
    public void Envelope_CurvesOfAKnownLaw_GivesItsExponent()
    {
        var form = new ChinchillaForm(1.7, 500, 2000, 0.34, 0.36);
        var curves = Enumerable.Range(0, 25).Select(i => 1e7 * Math.Pow(1.3, i)).Select(n => new SizedCurve(n, 1e5, new()
        {
            Name = "n",
            Steps = [.. Enumerable.Range(0, 200).Select(k => 100 * Math.Pow(1.06, k))],
            Losses = [.. Enumerable.Range(0, 200).Select(k => form.Loss(n, 1e7 * Math.Pow(1.06, k)))],
        })).ToList();

        var result = Envelope.Fit(curves);

        Assert.Equal(form.ParametersExponent, result.Parameters!.Exponent, 0.02);
    }

    private static void Add(List<TrainingRun> runs, double compute, (double N, double Loss)[] cells) =>
        runs.AddRange(cells.Select(cell => Made.Run(cell.N, compute / (6 * cell.N), cell.Loss)));

    // Cells centred on the minimum, a factor of 16 to each side.
    private static List<TrainingRun> Sweep(ChinchillaForm form) =>
    [
        .. from c in Budgets
           from k in Enumerable.Range(-4, 9)
           let n = form.OptimalParameters(c) * Math.Pow(2, k)
           select Made.Run(n, c / (6 * n), form.Loss(n, c / (6 * n))),
    ];
}
