using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>How a search for the optimum of a law went.</summary>
/// <param name="Theta">The constants.</param>
/// <param name="Solution">The value there and how the last solve ended.</param>
/// <param name="Starts">Solves that were carried to their end.</param>
/// <param name="Reached">Those that ended at this optimum.</param>
/// <param name="NextMinimum">The next higher minimum; null where none was met.</param>
internal sealed record LawOptimum(double[] Theta, Solution Solution, int Starts, int Reached, double? NextMinimum);

/// <summary>Searches the optimum of a law: many cheap draws, some short solves, few long ones, until the best is met again and again.</summary>
internal sealed class LawSearch
{
    /// <summary>Objectives closer than this are one minimum.</summary>
    internal const double SameMinimum = 1e-7;

    private const int Draws = 48;
    private const int ShortSolves = 14;
    private const int LongSolves = 5;
    private const int ShortLimit = 15;
    private const int LongLimit = 400;

    private readonly LawModel _model;
    private readonly ProjectionSolver _solver;
    private readonly StartSampler _sampler;
    private readonly List<(double[] Theta, Solution End)> _ends = [];

    internal LawSearch(LawModel model, LawTargets targets, FormulaBox box)
    {
        _model = model;
        _solver = new(model, targets, box);
        _sampler = new(model, box);
    }

    internal LawOptimum Run(int seed, int rounds, int enough, IReadOnlyList<double[]>? given = null)
    {
        foreach (var start in given ?? [])
            Finish([.. start]);
        for (var round = 0; round < rounds; round++)
        {
            Round(seed, round);
            if (Reached() >= enough && round > 0)
                break;
        }

        return Best();
    }

    internal LawOptimum Best()
    {
        var best = _ends.OrderBy(static end => end.End.Value).First();
        var above = Above(best.End.Value);
        var next = _ends.Where(end => end.End.Converged && end.End.Value > above).Select(static end => (double?)end.End.Value).Min();
        return new(best.Theta, best.End, _ends.Count, Reached(), next);
    }

    internal IReadOnlyList<(double[] Theta, Solution End)> Ends => _ends;

    private static double Above(double value) => value + (SameMinimum * value) + 1e-300;

    private int Reached()
    {
        var best = _ends.Count == 0 ? double.PositiveInfinity : _ends.Min(static end => end.End.Value);
        return double.IsInfinity(best) ? 0 : _ends.Count(end => end.End.Value <= Above(best));
    }

    private void Round(int seed, int round)
    {
        var drawn = new List<(double Value, double[] Theta)>();
        for (var i = 0; i < Draws; i++)
        {
            var theta = new double[_model.Constants.Count];
            _sampler.Draw(seed, (round * Draws) + i, theta);
            drawn.Add((_solver.Project(theta), theta));
        }

        var solved = drawn.Where(static start => start.Value < double.MaxValue).OrderBy(static start => start.Value).Take(ShortSolves)
            .Select(start => (_solver.Minimise(start.Theta, ShortLimit).Value, start.Theta)).ToList();
        foreach (var (_, theta) in solved.OrderBy(static start => start.Value).Take(LongSolves))
            Finish(theta);
    }

    private void Finish(double[] theta)
    {
        var end = _solver.Minimise(theta, LongLimit);
        if (end.Value < double.MaxValue || _ends.Count == 0)
            _ends.Add((theta, end));
    }
}
