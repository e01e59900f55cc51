using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Experiments;

/// <summary>Chooses which run of a pool to make next, so that a law becomes sure of its predictions at a target.</summary>
/// <remarks>
/// The gain of a candidate is the fall of the predictive variance at the target (V-optimality) under the mixture of the fits that the
/// runs so far allow, each with the weight of its likelihood: what they disagree about counts like what each is unsure of. It is divided
/// by the cost to a power below one, because a budget that is spent on the cheapest runs alone never sees the scale of the target.
/// </remarks>
internal sealed class ExperimentChoice
{
    private const double CostPower = 0.4;
    private const int MostModes = 6;
    private const int MostEnds = 20;
    private const int FreshRounds = 1;
    private const int StepsToLikely = 100;

    // New starts are drawn when there are a tenth more runs than at the last draw; in between, the fits so far are followed.
    private const double MoreRuns = 1.1;

    private readonly Formula _formula;
    private readonly IReadOnlyList<string> _constants;
    private readonly FormulaBox _box;
    private readonly Func<string, double[]> _pool;
    private readonly Func<string, double[]> _target;
    private readonly double[] _costs;
    private readonly LawModel _poolModel;
    private readonly LawModel _targetModel;
    private readonly int _targets;
    private readonly double _total;
    private readonly List<double[]> _known = [];
    private double _searched;

    internal ExperimentChoice(
        Formula formula, IReadOnlyList<string> constants, IReadOnlyDictionary<string, FormulaBound> bounds,
        Func<string, double[]> pool, double[] costs, Func<string, double[]> target, int targets)
    {
        (_formula, _constants, _pool, _target, _costs, _targets) = (formula, constants, pool, target, costs, targets);
        _box = new(constants, bounds);
        _poolModel = LawModel.Bind(formula, constants, costs.Length, pool);
        _targetModel = LawModel.Bind(formula, constants, targets, target);
        _total = costs.Where(static cost => !double.IsInfinity(cost)).Sum();
    }

    /// <summary>Fits the runs made so far and weighs what they allow.</summary>
    internal ExperimentBelief Fit(IReadOnlyList<int> made, IReadOnlyList<double> losses, int seed)
    {
        double[] Column(string name)
        {
            var all = _pool(name);
            return [.. made.Select(i => all[i])];
        }

        var relaxed = LawModel.Bind(_formula, _constants, made.Count, Column, relaxed: true);
        var search = new LawSearch(relaxed, new(relaxed, [[.. losses]], null, Penalty.Squares, ResidualScale.Linear), _box);
        var fresh = _known.Count == 0 || made.Count >= _searched * MoreRuns;
        if (fresh)
            _searched = made.Count;
        search.Run(seed, fresh ? FreshRounds : 0, enough: 3, _known);
        var ends = search.Ends.Where(static end => end.End.Value < double.MaxValue).OrderBy(static end => end.End.Value).ToList();
        if (ends.Count == 0)
            throw new FormatException("no constants within the bounds give the runs made so far a prediction");
        _known.Clear();
        _known.AddRange(ends.Take(MostModes).Select(static end => end.Theta));
        var prior = TargetPrior.Of(losses, 2 * ends[0].End.Value, _constants.Count, _targets);
        var likely = Likely(ends.Take(MostEnds).Select(static end => end.Theta), Column, made.Count, losses, prior);
        return ExperimentBelief.Of(likely, prior, made, _box, _poolModel, _targetModel, MostModes);
    }

    /// <summary>The row of the pool that gains most for its cost; null where none is affordable.</summary>
    internal int? Next(ExperimentBelief belief, IReadOnlyCollection<int> made, double affordable)
    {
        int? best = null;
        var most = double.NegativeInfinity;
        var taken = new HashSet<int>(made);
        for (var i = 0; i < _costs.Length; i++)
        {
            if (taken.Contains(i) || _costs[i] > affordable)
                continue;
            var gain = belief.Gain(i) / Math.Pow(_costs[i] / _total, CostPower);
            if (gain > most)
                (best, most) = (i, gain);
        }

        return best;
    }

    // From each fit of the runs to the nearest one that also heeds the prior; equal ones once, the most likely first.
    private List<(double[] Theta, double Squares)> Likely(IEnumerable<double[]> ends, Func<string, double[]> made, int count, IReadOnlyList<double> losses, TargetPrior prior)
    {
        var model = LawModel.Bind(_formula, _constants, count + _targets, name => [.. made(name), .. _target(name)], relaxed: true);
        double[] observed = [.. losses, .. Enumerable.Repeat(prior.Mean, _targets)];
        double[] weights = [.. losses.Select(static _ => 1.0), .. Enumerable.Repeat(prior.Weight, _targets)];
        var solver = new ProjectionSolver(model, new(model, [observed], weights, Penalty.Squares, ResidualScale.Linear), _box);
        var likely = new List<(double[] Theta, double Squares)>();
        foreach (var end in ends)
        {
            var theta = (double[])end.Clone();
            var squares = 2 * solver.Minimise(theta, StepsToLikely).Value;
            if (squares < double.MaxValue && !likely.Exists(other => Math.Abs(other.Squares - squares) <= 1e-6 * squares))
                likely.Add((theta, squares));
        }

        likely.Sort(static (left, right) => left.Squares.CompareTo(right.Squares));
        return likely.Count > 0 ? likely : throw new FormatException("no constants within the bounds give the target a prediction");
    }
}
