using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Fits formulas to tables of runs.</summary>
public static class FormulaFit
{
    /// <summary>The optimum of a formula on the rows that have a number in each of its columns.</summary>
    /// <exception cref="FormatException">A target has no column, or there are fewer rows than constants.</exception>
    public static FittedFormula Fit(Formula formula, RunTable table, SymbolColumns symbols, FormulaFitOptions? options = null)
    {
        options ??= new();
        var used = formula.Targets.Concat(symbols.Variables(formula)).Distinct(StringComparer.Ordinal).ToList();
        var read = used.ConvertAll(symbol => symbols.Values(symbol, table));
        var rows = Enumerable.Range(0, table.Count).Where(i => read.TrueForAll(values => !double.IsNaN(values[i]))).ToArray();
        var runs = rows.Length == table.Count ? table : table.Rows(rows);
        if (rows.Length == 0)
            throw new FormatException($"no row of '{table.Source}' has a number in each of '{string.Join("', '", used.Select(symbol => symbols.Columns[symbol]))}'");
        var observed = formula.Targets.Select(target => symbols.Values(target, runs)).ToList();
        var scale = options.Scale ?? (observed.TrueForAll(static values => Array.TrueForAll(values, static value => value > 0)) ? ResidualScale.Log : ResidualScale.Linear);
        double[] Column(string symbol) => symbols.Values(symbol, runs);

        var found = FormulaSearch.Run(formula, symbols.Constants, formula.Bounds, runs.Count, Column, observed, null, options.Penalty, scale, options.Seed);
        var model = LawModel.Bind(formula, symbols.Constants, runs.Count, Column);
        var targets = new LawTargets(model, observed, null, options.Penalty, scale);
        var box = new FormulaBox(symbols.Constants, formula.Bounds);
        LawModel Some(int[] some) => LawModel.Bind(formula, symbols.Constants, some.Length, name => [.. some.Select(i => Column(name)[i])]);
        var (draws, from) = options.Resamples > 0 && found.Solution.Value < double.MaxValue ? FormulaBootstrap.Run(model, Some, observed, box, targets, found.Theta, options) : ([], null);
        var quality = new FitQuality(model, targets, box, found.Theta, observed);
        return new(formula, symbols, found.Theta)
        {
            Constants = quality.Constants(draws),
            Runs = runs.Count,
            RowsLeftOut = table.Count - runs.Count,
            Objective = found.Solution.Value,
            Scale = scale,
            GradientCosine = found.Solution.GradientNorm,
            Converged = found.Solution.Converged,
            Starts = (found.Starts, found.Reached),
            NextMinimum = found.NextMinimum,
            Condition = quality.Condition,
            Noise = quality.Noise,
            R2 = quality.R2,
            Bic = quality.Bic,
            FreeDirections = quality.FreeDirections.Count == 0 && Alias(found, quality.Constants([])) is { } alias ? [alias] : quality.FreeDirections,
            Range = symbols.Variables(formula).ToDictionary(static symbol => symbol, symbol => (Column(symbol).Min(), Column(symbol).Max()), StringComparer.Ordinal),
            Draws = draws,
            DrawnFrom = from,
            HeldOut = found.Solution.Value < double.MaxValue ? DearestRuns.Of(model, observed, targets, box, found.Theta, runs) : null,
        };
    }

    // A law that says the same with other constants: B/(D^b + c) with b and with -b, two terms that can be exchanged.
    // Where a solve stopped on the way to the same constants, it is a small part of their errors away.
    private static string? Alias(LawOptimum found, IReadOnlyList<FormulaConstant> constants)
    {
        const double Apart = 0.01;
        const double OfError = 0.3;
        var other = found.Others.FirstOrDefault(theta => constants.Where((constant, c) =>
            Math.Abs(theta[c] - constant.Value) > Math.Max(Apart * Math.Max(Math.Abs(theta[c]), Math.Abs(constant.Value)), OfError * constant.StandardError)).Any());
        return other is null ? null
            : $"other constants give the same optimum: {string.Join(", ", constants.Select((constant, c) => $"{constant.Name} = {NumberText.Compact(other[c])}"))}; bounds such as '{constants[0].Name} > 0' choose one";
    }
}
