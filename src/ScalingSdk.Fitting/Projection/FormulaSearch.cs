using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The optimum of a formula on runs: found without its guards and by least squares, finished with both.</summary>
internal static class FormulaSearch
{
    private const int Enough = 3;
    private const int ScoutRows = 300;
    private const int MoreRounds = 3;

    /// <summary>The optimum. Of very many rows some are searched, and what is found there is solved on all of them.</summary>
    internal static LawOptimum Run(
        Formula formula, IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds, int rows, Func<string, double[]> column,
        IReadOnlyList<double[]> observed, double[]? weights, Penalty penalty, ResidualScale scale, int seed, int rounds = 0)
    {
        if (SomeRuns.Of(rows) is not { } some)
            return Search(formula, constants, bounds, rows, column, observed, weights, penalty, scale, seed, rounds);
        double[] Pick(double[] all) => [.. some.Select(i => all[i])];
        var found = Search(formula, constants, bounds, some.Length, name => Pick(column(name)), [.. observed.Select(Pick)], weights is null ? null : Pick(weights), penalty, scale, seed, rounds);
        var model = LawModel.Bind(formula, constants, rows, column);
        return OnAll(found, new LawSearch(model, new(model, observed, weights, penalty, scale), new(constants, bounds)), seed);
    }

    // Ends at the same constants are one; others are told apart on all rows.
    private static LawOptimum OnAll(LawOptimum found, LawSearch search, int seed)
    {
        const double Apart = 0.01;
        const double Near = 1.5;
        const int MostOthers = 3;
        var times = found.NextMinimum / found.Solution.Value;
        var others = new List<double[]> { found.Theta };
        foreach (var theta in times < Near ? found.Others.Prepend(found.NextTheta!) : found.Others)
        {
            if (others.Count <= MostOthers && others.TrueForAll(other => other.Zip(theta, static (a, b) => Math.Abs(a - b) > Apart * Math.Max(Math.Abs(a), Math.Abs(b))).Any(static apart => apart)))
                others.Add(theta);
        }

        var first = search.Run(seed, rounds: 0, Enough, [found.Theta]).Solution.Value;
        var best = search.Run(seed, rounds: 0, Enough, [.. others.Skip(1)]);

        // A minimum far above is no rival: how many times the optimum it is, some rows tell.
        var nextMinimum = best.NextMinimum ?? (times >= Near ? times * best.Solution.Value : null);
        return best with { Starts = found.Starts, NextMinimum = nextMinimum, Reached = best.Solution.Value < first * (1 - LawSearch.SameMinimum) ? 1 : found.Reached };
    }

    private static LawOptimum Search(
        Formula formula, IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds, int rows, Func<string, double[]> column,
        IReadOnlyList<double[]> observed, double[]? weights, Penalty penalty, ResidualScale scale, int seed, int rounds)
    {
        var box = new FormulaBox(constants, bounds);
        var relaxed = LawModel.Bind(formula, constants, rows, column, relaxed: true);
        var many = constants.Count >= LawSearch.ManyConstants || !relaxed.IsSmooth;
        rounds = rounds > 0 ? rounds : many ? 30 : 10;
        var targets = new LawTargets(relaxed, observed, weights, penalty, scale);
        var some = Some(rows, constants.Count);
        ProjectionSolver? Scout(FormulaBox within) => some is null ? null : ScoutOf(formula, constants, some, column, observed, weights, penalty, scale, within);
        var search = new LawSearch(relaxed, targets, box, Scout(box));
        var found = search.Run(seed, rounds / 2, Enough);
        if (found.Reached < Enough || (many && !search.IsPlain))
        {
            found = search.Run(seed + 1_000_003, rounds - (rounds / 2), Enough, WithoutBounds(relaxed, targets, box, Scout, seed, rounds / 4));
            if (many && relaxed.IsSmooth)
                search.Hop(seed);
            else if (found.Reached < Enough && !many)
                search.Run(seed + 2_000_003, MoreRounds * rounds, Enough);
            found = search.Best();
        }

        if (!relaxed.IsSmooth)
        {
            search.Refine(seed);
            found = search.Best();
        }

        var exact = LawModel.Bind(formula, constants, rows, column);
        var guarded = new LawSearch(exact, new(exact, observed, weights, penalty, scale), box);
        var finished = guarded.Run(seed, rounds: 0, Enough, [found.Theta]);
        if (finished.Solution.Value <= found.Solution.Value + (LawSearch.SameMinimum * found.Solution.Value) + 1e-300)
            return finished with { Starts = found.Starts, Reached = found.Reached, NextMinimum = found.NextMinimum, NextTheta = found.NextTheta, Others = found.Others };
        guarded.Run(seed, 2 * rounds, Enough, [.. search.Ends.OrderBy(static end => end.End.Value).Take(8).Select(static end => end.Theta)]);
        guarded.Refine(seed);
        return guarded.Best();
    }

    // Where bounds part the basins, the minima without them are good starts.
    private static List<double[]> WithoutBounds(LawModel model, LawTargets targets, FormulaBox box, Func<FormulaBox, ProjectionSolver?> scout, int seed, int rounds)
    {
        var free = new FormulaBox(model.Constants, new Dictionary<string, FormulaBound>(StringComparer.Ordinal));
        if (!Enumerable.Range(0, model.Constants.Count).Any(c => !double.IsInfinity(box.Low[c]) || !double.IsInfinity(box.High[c])))
            return [];
        var search = new LawSearch(model, targets, free, scout(free));
        search.Run(seed, rounds, Enough);
        var starts = search.Ends.OrderBy(static end => end.End.Value).Take(6).Select(static end => (double[])end.Theta.Clone()).ToList();
        starts.ForEach(box.Clamp);
        return starts;
    }

    // Every so many runs; null where all are few.
    private static int[]? Some(int rows, int constants)
    {
        var wanted = Math.Max(ScoutRows, 15 * constants);
        return rows < 2 * wanted ? null : [.. Enumerable.Range(0, wanted).Select(i => (int)((long)i * rows / wanted))];
    }

    private static ProjectionSolver ScoutOf(
        Formula formula, IReadOnlyList<string> constants, int[] some, Func<string, double[]> column, IReadOnlyList<double[]> observed, double[]? weights,
        Penalty penalty, ResidualScale scale, FormulaBox box)
    {
        double[] Pick(double[] all) => [.. some.Select(i => all[i])];
        var model = LawModel.Bind(formula, constants, some.Length, name => Pick(column(name)), relaxed: true);
        return new(model, new(model, [.. observed.Select(Pick)], weights is null ? null : Pick(weights), penalty, scale), box);
    }
}
