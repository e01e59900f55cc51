using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>What resamples are drawn from: the runs of a fit, and where they are very many, some of them.</summary>
/// <remarks>
/// A million runs in each of thousands of resamples take hours, and their errors go with one over the root of their number: those of a
/// random part say them as well (Kleiner et al. 2014; Politis, Romano and Wolf 1999). Whole units are chosen, and the spread of their
/// resamples is scaled to all units. Of a unit with very many runs some are drawn, which never makes intervals narrower.
/// </remarks>
internal sealed class ResampledRuns
{
    /// <summary>Fewer units than this say little of how units scatter: so many are kept, with some of the runs of each.</summary>
    private const int LeastUnits = 40;

    /// <summary>Runs of a form without a loop of its own: each costs tens of times as much.</summary>
    private const int MostByJets = 1_000;
    private const int MostOfUnits = 3;

    private readonly double[] _fitted;
    private readonly double[] _centre;
    private readonly double _scale;

    private ResampledRuns(FitResult fit, RunLogs logs, int[] unitOf, int units, double scale, string? from)
    {
        (Logs, UnitOf, Units, From, _scale, _fitted) = (logs, unitOf, units, from, scale, fit.Theta);
        _centre = (double[])_fitted.Clone();
        if (from is not null)
            new NewtonSolver(fit.Form.Dimension).Minimise(fit.Form.Pose(logs, fit.Options.Penalty), _centre);
    }

    internal RunLogs Logs { get; }

    /// <summary>The unit of each of <see cref="Logs"/>.</summary>
    internal int[] UnitOf { get; }

    /// <summary>Units to draw from.</summary>
    internal int Units { get; }

    /// <summary>What was drawn from, as a clause; null where it was all runs.</summary>
    internal string? From { get; }

    internal static ResampledRuns Of(FitResult fit, ResamplingUnits units)
    {
        var logs = fit.Logs;
        if (logs.Count <= SomeRuns.Most)
            return new(fit, logs, units.UnitOf, units.Count, 1, null);
        var most = fit.Form is ChinchillaLoss ? SomeRuns.Most : MostByJets;
        var held = Math.Min(units.Count, Math.Max(LeastUnits, (int)((long)most * units.Count / logs.Count)));
        var chosen = SomeRuns.Of(units.Count, held) ?? [.. Enumerable.Range(0, units.Count)];
        var places = chosen.Select(static (unit, place) => (unit, place)).ToDictionary(static pair => pair.unit, static pair => pair.place);
        var members = Enumerable.Range(0, logs.Count).Where(run => places.ContainsKey(units.UnitOf[run])).ToArray();
        var runs = Thin(members, units.UnitOf, MostOfUnits * most);
        if (runs.Length == logs.Count)
            return new(fit, logs, units.UnitOf, units.Count, 1, null);
        var some = new RunLogs([.. runs.Select(logs.Run)], logs);
        var scale = Math.Sqrt((double)held / units.Count);
        return new(fit, some, [.. runs.Select(run => places[units.UnitOf[run]])], held, scale, SomeRuns.Drawn(some.Count, logs.Count, scale, thinned: runs.Length < members.Length));
    }

    /// <summary>The constants of a resample, about the fit of all runs.</summary>
    internal double[] About(double[] theta) => From is null ? [.. theta] : [.. theta.Select((value, i) => _fitted[i] + (_scale * (value - _centre[i])))];

    /// <summary>Where the solve of a resample starts.</summary>
    internal void Start(double[] theta) => Array.Copy(_centre, theta, theta.Length);

    // What is still too much is thinned, evenly over the units.
    private static int[] Thin(int[] runs, int[] unitOf, int most)
    {
        var sorted = (int[])runs.Clone();
        Array.Sort(Array.ConvertAll(runs, run => unitOf[run]), sorted);
        return SomeRuns.Of(runs.Length, most) is { } some ? [.. some.Select(i => sorted[i]).OrderBy(static run => run)] : runs;
    }
}
