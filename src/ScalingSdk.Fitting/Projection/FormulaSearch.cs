using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Formulas;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The optimum of a formula on runs: found without its guards and by least squares, finished with both.</summary>
internal static class FormulaSearch
{
    private const int Enough = 3;
    private const int ManyConstants = 12;

    internal static LawOptimum Run(
        Formula formula, IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds, int rows, Func<string, double[]> column,
        IReadOnlyList<double[]> observed, double[]? weights, Penalty penalty, ResidualScale scale, int seed, int rounds = 0)
    {
        var box = new FormulaBox(constants, bounds);
        rounds = rounds > 0 ? rounds : constants.Count < ManyConstants ? 10 : 30;
        var relaxed = LawModel.Bind(formula, constants, rows, column, relaxed: true);
        var targets = new LawTargets(relaxed, observed, weights, penalty, scale);
        var search = new LawSearch(relaxed, targets, box);
        var found = search.Run(seed, rounds / 2, Enough);
        if (found.Reached < Enough || constants.Count >= ManyConstants)
            found = search.Run(seed + 1_000_003, rounds - (rounds / 2), Enough, WithoutBounds(relaxed, targets, box, seed, rounds / 4));
        var exact = LawModel.Bind(formula, constants, rows, column);
        var guarded = new LawSearch(exact, new(exact, observed, weights, penalty, scale), box);
        var finished = guarded.Run(seed, rounds: 0, Enough, [found.Theta]);
        if (finished.Solution.Value <= found.Solution.Value + (LawSearch.SameMinimum * found.Solution.Value) + 1e-300)
            return finished with { Starts = found.Starts, Reached = found.Reached, NextMinimum = found.NextMinimum };
        guarded.Run(seed, 2 * rounds, Enough, [.. search.Ends.OrderBy(static end => end.End.Value).Take(8).Select(static end => end.Theta)]);
        guarded.Refine(seed);
        return guarded.Best();
    }

    // Where bounds part the basins, the minima without them are good starts.
    private static List<double[]> WithoutBounds(LawModel model, LawTargets targets, FormulaBox box, int seed, int rounds)
    {
        var free = new FormulaBox(model.Constants, new Dictionary<string, FormulaBound>(StringComparer.Ordinal));
        if (!Enumerable.Range(0, model.Constants.Count).Any(c => !double.IsInfinity(box.Low[c]) || !double.IsInfinity(box.High[c])))
            return [];
        var search = new LawSearch(model, targets, free);
        search.Run(seed, rounds, Enough);
        var starts = search.Ends.OrderBy(static end => end.End.Value).Take(6).Select(static end => (double[])end.Theta.Clone()).ToList();
        starts.ForEach(box.Clamp);
        return starts;
    }
}
