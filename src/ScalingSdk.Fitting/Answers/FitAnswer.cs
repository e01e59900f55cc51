using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Answers;

/// <summary>What people fit for: the best size and tokens for a budget, the loss there, and how sure each is.</summary>
/// <param name="Optima">The best run for each budget; empty where there is none.</param>
/// <param name="SizeExponent">a of N_opt ~ C^a, beta/(alpha + beta); null where the form has no such exponent.</param>
/// <param name="WhyNone">Why there is no best run, as a sentence; null where there is one.</param>
public sealed record FitAnswer(IReadOnlyList<OptimumAnswer> Optima, Estimate? SizeExponent, string? WhyNone)
{
    private const double Off = 1.1;

    /// <summary>Four budgets: of the largest run's decade, and ten to a thousand times that.</summary>
    public static IReadOnlyList<double> Budgets(FitResult fit) => Budgets(fit.Set with { Runs = fit.Runs });

    /// <inheritdoc cref="Budgets(FitResult)"/>
    public static IReadOnlyList<double> Budgets(RunSet runs)
    {
        if (runs.Runs.Count == 0)
            return [];
        return Budgets(runs.Runs.Max(static run => run.Compute));
    }

    /// <summary>Four budgets, from the decade of the largest run on.</summary>
    public static IReadOnlyList<double> Budgets(double largest)
    {
        var decade = Math.Floor(Math.Log10(largest));
        return [.. Enumerable.Range(0, 4).Select(i => NumberText.RoundTo12(Math.Pow(10, decade + i)))];
    }

    /// <summary>The answer at budgets in FLOP.</summary>
    public static FitAnswer Of(FitResult fit, LawSample? sample, IReadOnlyList<double> budgets, double coverage = 0.9)
    {
        if (WhyNot(fit) is { } why)
            return new([], null, why);
        var surfaces = new LossSurfaces(fit, sample);
        var optima = new List<OptimumAnswer>();
        var largest = fit.Runs.Max(static run => run.Compute);
        foreach (var budget in budgets)
        {
            if (Optimum(fit, surfaces, budget, largest, coverage) is not { } optimum)
                return new([], null, $"'{fit.Form.Id}' has no best size at '{NumberText.Scientific(budget)}' FLOP: its loss falls to the end of all sizes");
            optima.Add(optimum);
        }

        return new(optima, surfaces.Exponent(coverage), null);
    }

    private static string? WhyNot(FitResult fit)
    {
        if (fit.Diagnostics is null)
            return "no run could be fitted";
        if (fit.Runs.Count == 1)
            return "one run says nothing of other sizes; fit the logs of several sizes together, or forecast this run with 'scaling forecast'";
        if (fit.Form is Forms.PowerOfBoth or Forms.CriticalBatchForm)
            return $"'{fit.Form.Id}' is of a learning rate or a batch, not of a loss";
        if (!fit.Form.OfRuns || fit.Form.WhyUnfit(new() { Parameters = 1e9, Tokens = 2e10, Loss = 1 }) is not null)
            return $"'{fit.Form.Id}' is not a law of parameters and tokens alone";
        if (!fit.Diagnostics.Converged)
            return "the fit did not converge";
        var unknown = fit.Constants.Where(static constant => !constant.Identified).Select(static constant => constant.Name).ToList();
        return unknown.Count == 0 ? null : $"the runs do not determine '{string.Join("', '", unknown)}'";
    }

    private static OptimumAnswer? Optimum(FitResult fit, LossSurfaces surfaces, double budget, double largest, double coverage)
    {
        var (size, loss, sizes, losses) = surfaces.Optimum(budget);
        if (double.IsNaN(size))
            return null;
        double[]? Of(Func<double, double> of) => sizes is null ? null : [.. sizes.Select(of)];
        double Tokens(double n) => budget / (6 * n);
        return new()
        {
            Compute = budget,
            Beyond = budget / largest,
            Parameters = Estimate.Of(size, sizes, coverage, surfaces.Widened),
            Tokens = Estimate.Of(Tokens(size), Of(Tokens), coverage, surfaces.Widened),
            TokensPerParameter = Estimate.Of(Tokens(size) / size, Of(n => Tokens(n) / n), coverage, surfaces.Widened),
            Loss = Estimate.Of(loss, losses is null ? null : [.. losses], coverage, surfaces.Widened),
            NewRun = losses is null ? null : Scatter.NewRun(fit, losses, surfaces.Widened, coverage),
            CostOfSizeOff = surfaces.Form is { } form ? Math.Max(Cost(form, budget, size, size * Off), Cost(form, budget, size, size / Off)) : null,
        };
    }

    // The compute of the same loss at another size, over the budget.
    private static double Cost(ChinchillaForm form, double budget, double best, double size)
    {
        var tokens = form.TokensFor(form.Loss(best, budget / (6 * best)), size);
        return (6 * size * tokens / budget) - 1;
    }
}
