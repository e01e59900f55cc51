using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Formulas;

namespace ScalingSdk.Fitting.Projection;

/// <summary>The optimum of a formula on runs: found without its guards and by least squares, finished with both.</summary>
internal static class FormulaSearch
{
    internal static LawOptimum Run(
        Formula formula, IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds, int rows, Func<string, double[]> column,
        IReadOnlyList<double[]> observed, double[]? weights, Penalty penalty, ResidualScale scale, int seed, int rounds = 10)
    {
        var box = new FormulaBox(constants, bounds);
        var relaxed = LawModel.Bind(formula, constants, rows, column, relaxed: true);
        var search = new LawSearch(relaxed, new(relaxed, observed, weights, penalty, scale), box);
        var found = search.Run(seed, rounds, enough: 3);
        return found;
    }
}
