using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Experiments;

/// <summary>A run to make.</summary>
/// <param name="Row">Its row in the pool, from 0.</param>
/// <param name="Cost">What it costs, in the unit of the cost.</param>
/// <param name="TargetError">The predicted standard deviation of the predictions at the target after it.</param>
public sealed record NextExperiment(int Row, double Cost, double TargetError);

/// <summary>The runs to make next.</summary>
/// <param name="Chosen">In the order to make them.</param>
/// <param name="ErrorBefore">The standard deviation of the predictions at the target as it is.</param>
/// <param name="Budget">What there was to spend, in the unit of the cost.</param>
/// <param name="Accurate">True where the stated accuracy is reached.</param>
public sealed record NextPlan(IReadOnlyList<NextExperiment> Chosen, double ErrorBefore, double Budget, bool Accurate);

/// <summary>Chooses the next experiments from a pool, so that a law's predictions at a target become sure.</summary>
public static class NextExperiments
{
    /// <param name="formula">The law; of several equations the first is meant.</param>
    /// <param name="done">Runs that are made, with their losses.</param>
    /// <param name="pool">Runs that may be made.</param>
    /// <param name="target">Where predictions are wanted.</param>
    /// <param name="cost">The cost of each row of the pool.</param>
    /// <param name="budget">What there is to spend.</param>
    /// <param name="most">The most runs to choose: one at a time, or a batch.</param>
    /// <param name="accuracy">The standard deviation at the target that suffices; zero asks for none.</param>
    /// <param name="columns">Columns by symbol where the names do not say it.</param>
    /// <exception cref="FormatException">A table lacks a column, a cost is not positive, or nothing can be fitted.</exception>
    public static NextPlan Choose(
        Formula formula, RunTable done, RunTable pool, RunTable target, IReadOnlyList<double> cost, double budget, int most, double accuracy = 0,
        IReadOnlyDictionary<string, string>? columns = null)
    {
        if (formula.Equations.Count != 1)
            throw new FormatException("the next experiments are chosen for a law of one equation");
        if (cost.Any(static value => !(value > 0) || double.IsInfinity(value)))
            throw new FormatException("each row of the pool needs a positive cost");
        var symbols = SymbolColumns.Of(formula, done, columns);
        foreach (var (table, symbol) in from table in new[] { pool, target } from symbol in symbols.Variables(formula) select (table, symbol))
        {
            if (!table.Columns.Contains(symbols.Columns[symbol], StringComparer.Ordinal))
                throw new FormatException($"'{table.Source}' has no column '{symbols.Columns[symbol]}', which '{symbol}' is in '{done.Source}'");
        }

        // Made runs stand behind the pool: known, and never chosen.
        double[] Both(string symbol) => [.. pool[symbols.Columns[symbol]], .. symbols.Values(symbol, done)];
        var losses = symbols.Values(formula.Targets[0], done);
        var known = Enumerable.Range(0, done.Count).Where(i => !double.IsNaN(losses[i])).ToList();
        var choice = new ExperimentChoice(formula, symbols.Constants, formula.Bounds, Both, [.. cost, .. losses.Select(static _ => double.PositiveInfinity)], symbol => target[symbols.Columns[symbol]], target.Count);
        var belief = choice.Fit([.. known.Select(i => pool.Count + i)], [.. known.Select(i => losses[i])], seed: 0);
        var before = belief.TargetError;
        var chosen = new List<NextExperiment>();
        var spent = 0.0;
        while (chosen.Count < most && belief.TargetError > accuracy
            && choice.Next(belief, [.. chosen.Select(static next => next.Row)], budget - spent) is { } row)
        {
            belief.Assume(row);
            spent += cost[row];
            chosen.Add(new(row, cost[row], belief.TargetError));
        }

        return new(chosen, before, budget, belief.TargetError <= accuracy);
    }

    /// <summary>The cost of each row by a formula of the pool's columns: <c>6*N*D</c>.</summary>
    /// <exception cref="FormatException">It names a column that the pool does not have.</exception>
    public static double[] Costs(string formula, RunTable pool)
    {
        var cost = Formula.Parse("cost = " + formula);
        if (cost.Symbols.FirstOrDefault(symbol => !pool.Columns.Contains(symbol, StringComparer.Ordinal)) is { } missing)
            throw new FormatException($"the cost names '{missing}', which is not a column of '{pool.Source}'; there are '{string.Join("', '", pool.Columns)}'");
        var model = LawModel.Bind(cost, [], pool.Count, name => pool[name]);
        var values = new double[model.Rows];
        model.Evaluate([], values, null);
        return [.. values.Take(pool.Count)];
    }
}
