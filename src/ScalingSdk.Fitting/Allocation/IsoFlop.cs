using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>The compute-optimal size and tokens by isoFLOP profiles (Hoffmann et al. 2022, approach 2).</summary>
public static class IsoFlop
{
    private const double Coverage = 0.9;

    /// <summary>Fewer minima leave no room to see how far they scatter about the power law.</summary>
    private const int EnoughMinima = 5;

    /// <summary>A parabola through the runs of each budget, and power laws through the minima. Never throws over its data.</summary>
    public static IsoFlopResult Fit(RunSet runs, FitOptions? options = null, int resamples = 1000)
    {
        options ??= new();
        var findings = new List<FitFinding>();
        var usable = UsableRuns.Of(LossForm.Chinchilla, runs, findings);
        var budgets = RunGroups.ByBudget(usable).Select(static budget => Parabola.Through(budget.Compute, budget.Runs)).ToList();
        foreach (var budget in budgets.Where(static budget => budget.Refusal is not null))
            findings.Add(new(FitFindingKind.Refused, $"the budget of '{NumberText.Compact(budget.Compute)}' FLOP is refused: {Words(budget)}"));
        var minima = budgets.Where(static budget => budget.Refusal is null).ToList();
        if (minima.Count < 3)
        {
            findings.Add(new(FitFindingKind.NotIdentified, $"'{Whole.Text(minima.Count)}' budgets have a minimum; a power law through them takes at least '3'"));
            return new() { Budgets = budgets, Findings = findings };
        }

        if (ApproachTwoBias.Of(usable, minima, options) is { } bias)
            findings.Add(bias);
        if (minima.Count < EnoughMinima)
            findings.Add(new(FitFindingKind.FewUnits, $"the power law goes through '{Whole.Text(minima.Count)}' minima: its interval comes from the runs within each budget, and does not cover an error that the runs of a budget share; --approach 3 resamples whole budgets"));
        var sizes = PowerLaw(minima, static budget => budget.Parameters);
        var tokens = PowerLaw(minima, static budget => budget.Tokens);
        var exponents = Resample(minima, options.Seed, resamples);
        return new()
        {
            Budgets = budgets,
            Findings = findings,
            Parameters = exponents.Length > 0 ? sizes with { ExponentInterval = Interval.Of(exponents, Coverage) } : sizes,
            Tokens = exponents.Length > 0 ? tokens with { ExponentInterval = Interval.Of([.. exponents.Select(static a => 1 - a)], Coverage) } : tokens,
        };
    }

    private static PowerLawFit PowerLaw(List<IsoFlopBudget> minima, Func<IsoFlopBudget, double> of) =>
        PowerLawFit.Of([.. minima.Select(static budget => budget.Compute)], [.. minima.Select(of)]);

    private static string Words(IsoFlopBudget budget) => budget.Refusal switch
    {
        IsoFlopRefusal.TooFewSizes => $"'{Whole.Text(budget.Runs.Count)}' runs have fewer than '4' sizes",
        IsoFlopRefusal.Concave => "its parabola opens downwards",
        _ => "its minimum lies outside the sizes that were trained; add smaller or larger ones",
    };

    // Runs are drawn within their budget; draws in which a budget loses its minimum do without it.
    private static double[] Resample(List<IsoFlopBudget> minima, int seed, int resamples)
    {
        var exponents = new List<double>(resamples);
        for (var i = 0; i < resamples; i++)
        {
            var random = SplitMix64.Stream(seed, i);
            var drawn = new List<IsoFlopBudget>(minima.Count);
            foreach (var budget in minima)
            {
                var runs = new TrainingRun[budget.Runs.Count];
                for (var k = 0; k < runs.Length; k++)
                    runs[k] = budget.Runs[random.NextBelow(runs.Length)];
                var parabola = Parabola.Through(budget.Compute, runs);
                if (parabola.Refusal is null)
                    drawn.Add(parabola);
            }

            if (drawn.Count >= 3)
                exponents.Add(PowerLaw(drawn, static budget => budget.Parameters).Exponent);
        }

        return [.. exponents];
    }
}
