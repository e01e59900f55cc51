using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Projection;

/// <summary>How a search for the optimum of a law went.</summary>
/// <param name="Theta">The constants.</param>
/// <param name="Solution">The value there and how the last solve ended.</param>
/// <param name="Starts">Solves that were carried to their end.</param>
/// <param name="Reached">Those that ended at this optimum.</param>
/// <param name="NextMinimum">The next higher minimum; null where none was met.</param>
internal sealed record LawOptimum(double[] Theta, Solution Solution, int Starts, int Reached, double? NextMinimum)
{
    /// <summary>Other ends at this optimum: where a law says the same with other constants, these are they.</summary>
    internal IReadOnlyList<double[]> Others { get; init; } = [];

    /// <summary>The constants at the next higher minimum; null where none was met.</summary>
    internal double[]? NextTheta { get; init; }
}

/// <summary>Searches the optimum of a law: many cheap draws, some short solves, few long ones, until the best is met again and again.</summary>
internal sealed class LawSearch
{
    /// <summary>Objectives closer than this are one minimum.</summary>
    internal const double SameMinimum = 1e-7;

    private const int Draws = 48;
    private const int ShortSolves = 14;
    private const int LongSolves = 5;
    private const int ShortLimit = 15;
    private const int ScoutLimit = 150;
    private const int LongLimit = 400;
    private const int Hops = 200;
    private const int MostMoved = 4;
    private const int HopStreams = 1_000_000;

    /// <summary>Laws with as many constants have more basins: more is drawn before an optimum is believed.</summary>
    internal const int ManyConstants = 12;

    private readonly LawModel _model;
    private readonly ProjectionSolver _solver;
    private readonly ProjectionSolver _scout;
    private readonly StartSampler _sampler;
    private readonly double _floor;
    private readonly bool _few;
    private readonly List<(double[] Theta, Solution End, bool Fresh)> _ends = [];

    /// <param name="model">The law.</param>
    /// <param name="targets">What it is to predict.</param>
    /// <param name="box">The bounds.</param>
    /// <param name="scout">The law on some of the runs, for draws and short solves; null for the law itself.</param>
    internal LawSearch(LawModel model, LawTargets targets, FormulaBox box, ProjectionSolver? scout = null)
    {
        _model = model;
        _solver = new(model, targets, box);
        _scout = scout ?? _solver;
        _sampler = new(model, box);
        _floor = 1e-15 * targets.SumOfSquares;
        _few = model.Constants.Count < ManyConstants && model.IsSmooth;
    }

    internal LawOptimum Run(int seed, int rounds, int enough, IReadOnlyList<double[]>? given = null)
    {
        foreach (var start in given ?? [])
            Finish([.. start], fresh: false);
        for (var round = 0; round < rounds; round++)
        {
            Round(seed, round);
            if (Reached() >= enough && (round >= (_few ? 2 : 9) || (round >= 2 && IsPlain)))
                break;
            if (_ends.Count > 0 && round > 0)
                Vary(seed, round);
        }

        return Best();
    }

    internal IReadOnlyList<(double[] Theta, Solution End, bool Fresh)> Ends => _ends;

    /// <summary>True where most starts end at the optimum: there is hardly a lower one.</summary>
    internal bool IsPlain => 2 * Reached() > _ends.Count(static end => end.Fresh);

    internal LawOptimum Best()
    {
        if (_ends.Count == 0)
            return new(new double[_model.Constants.Count], new(double.PositiveInfinity, double.PositiveInfinity, 0, false), 0, 0, null);
        // Of ends at one optimum that with the most positive constants: a law that says the same with other signs is written with these.
        var above = Above(_ends.Min(static end => end.End.Value));
        var best = _ends.Where(end => end.End.Value <= above).OrderByDescending(static end => end.Theta.Count(static value => value > 0)).ThenBy(static end => end.End.Value).First();
        var next = _ends.Where(end => end.End.Converged && end.End.Value > above).OrderBy(static end => end.End.Value).Select(static end => ((double[] Theta, double Value)?)(end.Theta, end.End.Value)).FirstOrDefault();
        return new(best.Theta, best.End, _ends.Count(static end => end.Fresh), Reached(), next?.Value) { NextTheta = next?.Theta, Others = [.. _ends.Where(end => end.End.Value <= above).Select(static end => end.Theta)] };
    }

    /// <summary>
    /// Starts again from the best end: a few of its constants are drawn anew or moved, and the rest are kept. A start that is lower on some of
    /// the runs is solved on all of them. In laws of many terms a deeper minimum often differs in a few constants alone, and independent starts seldom find it.
    /// </summary>
    internal void Hop(int seed)
    {
        var best = _ends.Count == 0 ? null : _ends.OrderBy(static end => end.End.Value).First().Theta;
        if (best is null)
            return;
        var current = (double[])best.Clone();
        var value = _scout.Minimise(current, ScoutLimit).Value;
        for (var i = 0; i < Hops; i++)
        {
            var random = SplitMix64.Stream(seed, HopStreams + i);
            var theta = (double[])current.Clone();
            var drawn = new double[theta.Length];
            _sampler.Draw(seed, HopStreams + i, drawn);
            for (var moved = 1 + random.NextBelow(MostMoved); moved > 0; moved--)
            {
                var c = random.NextBelow(theta.Length);
                theta[c] = random.NextDouble() < 0.5 ? drawn[c] : theta[c] * (1 + (0.3 * random.NextNormal()));
            }

            if (!(_scout.Minimise(theta, ShortLimit).Value < 2 * value) || !(_scout.Minimise(theta, ScoutLimit).Value is var found && found < value * (1 - SameMinimum)))
                continue;
            (current, value) = (theta, found);
            Finish((double[])theta.Clone(), fresh: false);
        }
    }

    /// <summary>Solves from points close to the best: at the edge of a guard the objective has no derivative, and a solve stops early.</summary>
    internal void Refine(int seed)
    {
        const int Tries = 100;
        for (var i = 0; i < Tries; i++)
        {
            var random = SplitMix64.Stream(seed, -1 - i);
            var theta = (double[])_ends.OrderBy(static end => end.End.Value).First().Theta.Clone();
            var size = Math.Pow(10, -1 - (5 * random.NextDouble()));
            for (var c = 0; c < theta.Length; c++)
                theta[c] *= 1 + (size * random.NextNormal());
            Finish(theta, fresh: false);
        }
    }

    private double Above(double value) => value + (SameMinimum * value) + _floor;

    private int Reached()
    {
        var best = _ends.Count == 0 ? double.PositiveInfinity : _ends.Min(static end => end.End.Value);
        return double.IsInfinity(best) ? 0 : _ends.Count(end => end.Fresh && end.End.Value <= Above(best));
    }

    private void Round(int seed, int round)
    {
        var drawn = new List<(double Value, double[] Theta)>();
        for (var i = 0; i < Draws; i++)
        {
            var theta = new double[_model.Constants.Count];
            _sampler.Draw(seed, (round * Draws) + i, theta);
            drawn.Add((_scout.Project(theta), theta));
        }

        foreach (var theta in Promising(drawn, ShortSolves, LongSolves))
            Finish(theta, fresh: true);
    }

    // Terms of a law are found one by one: some constants of a good end, the others drawn anew. Such starts are not counted.
    private void Vary(int seed, int round)
    {
        var parents = _ends.OrderBy(static end => end.End.Value).Take(4).ToList();
        var drawn = new List<(double Value, double[] Theta)>();
        for (var i = 0; i < Draws; i++)
        {
            var stream = ((round + 1000) * Draws) + i;
            var random = SplitMix64.Stream(seed, ~stream);
            var theta = new double[_model.Constants.Count];
            _sampler.Draw(seed, stream, theta);
            var parent = parents[random.NextBelow(parents.Count)].Theta;
            var other = parents[random.NextBelow(parents.Count)].Theta;
            for (var c = 0; c < theta.Length; c++)
            {
                var share = random.NextDouble();
                theta[c] = share < 0.25 ? theta[c] : share < 0.4 ? other[c] : parent[c];
            }

            drawn.Add((_scout.Project(theta), theta));
        }

        foreach (var theta in Promising(drawn, ShortSolves / 2, 2))
            Finish(theta, fresh: false);
    }

    private List<double[]> Promising(List<(double Value, double[] Theta)> drawn, int shortSolves, int longSolves)
    {
        var solved = Mixed(drawn.FindAll(static start => start.Value < double.MaxValue), shortSolves)
            .ConvertAll(start => (_scout.Minimise(start.Theta, ShortLimit).Value, start.Theta));
        var kept = Mixed(solved, longSolves).ConvertAll(static start => start.Theta);
        if (!ReferenceEquals(_scout, _solver))
            kept.ForEach(theta => _scout.Minimise(theta, ScoutLimit));
        return kept;
    }

    // The best half of those kept, and as many from all ranks: the best draws often lie in one basin.
    private static List<(double Value, double[] Theta)> Mixed(List<(double Value, double[] Theta)> starts, int kept)
    {
        starts.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        if (starts.Count <= kept)
            return starts;
        var best = (kept + 1) / 2;
        var others = kept - best;
        return [.. starts.Take(best), .. Enumerable.Range(0, others).Select(i => starts[best + ((i + 1) * (starts.Count - best) / (others + 1))])];
    }

    private void Finish(double[] theta, bool fresh)
    {
        var end = _solver.Minimise(theta, LongLimit);
        if (end.Value < double.MaxValue || _ends.Count == 0)
            _ends.Add((theta, end, fresh));
    }
}
