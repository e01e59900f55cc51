using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>What resamples are drawn from: the runs of a fit, and where they are very many, some of them.</summary>
/// <remarks>
/// A million runs in each of thousands of resamples take hours, and their errors go with one over the root of their number: those of a
/// random part say them as well (Kleiner et al. 2014; Politis, Romano and Wolf 1999). Whole units are chosen, and the spread of their
/// resamples is scaled to all units. Where the units themselves are few, all stay, with some of the runs of each.
/// </remarks>
internal sealed class ResampledRuns
{
    /// <summary>Fewer units than this say little of how units scatter: more runs are taken, and where these are too many, all units with some of the runs of each.</summary>
    private const int LeastUnits = 200;
    private const int MostOfUnits = 3 * SomeRuns.Most;

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
        var held = Math.Max(LeastUnits, (int)((long)SomeRuns.Most * units.Count / logs.Count));
        var whole = (long)held * logs.Count <= (long)MostOfUnits * units.Count ? SomeRuns.Of(units.Count, held) : null;
        var runs = Thin(whole is null ? Enumerable.Range(0, logs.Count) : Members(units, whole), units.UnitOf);
        var some = new RunLogs([.. runs.Select(logs.Run)], logs);
        if (whole is null)
            return new(fit, some, [.. runs.Select(run => units.UnitOf[run])], units.Count, 1, SomeRuns.OfEach(some.Count, logs.Count));
        var places = whole.Select(static (unit, place) => (unit, place)).ToDictionary(static pair => pair.unit, static pair => pair.place);
        var scale = Math.Sqrt((double)held / units.Count);
        return new(fit, some, [.. runs.Select(run => places[units.UnitOf[run]])], held, scale, SomeRuns.Scaled(some.Count, logs.Count, scale));
    }

    /// <summary>The constants of a resample, about the fit of all runs.</summary>
    internal double[] About(double[] theta) => From is null ? [.. theta] : [.. theta.Select((value, i) => _fitted[i] + (_scale * (value - _centre[i])))];

    /// <summary>Where the solve of a resample starts.</summary>
    internal void Start(double[] theta) => Array.Copy(_centre, theta, theta.Length);

    private static IEnumerable<int> Members(ResamplingUnits units, int[] chosen)
    {
        var those = new HashSet<int>(chosen);
        return Enumerable.Range(0, units.UnitOf.Length).Where(run => those.Contains(units.UnitOf[run]));
    }

    // Units are not of one size: what is still too much is thinned evenly.
    private static int[] Thin(IEnumerable<int> runs, int[] unitOf)
    {
        int[] all = [.. runs];
        if (all.Length <= 2 * MostOfUnits && all.Length < unitOf.Length)
            return all;
        var sorted = Array.ConvertAll(all, run => unitOf[run]);
        Array.Sort(sorted, all);
        return [.. SomeRuns.Of(all.Length)!.Select(i => all[i]).OrderBy(static run => run)];
    }
}
