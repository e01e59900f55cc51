using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>Resamples the runs of a fit and solves each resample to its optimum.</summary>
/// <remarks>
/// Pairs bootstrap over units (runs, sizes, budgets or groups), percentile intervals. Where runs of a size share an error (a learning
/// rate off for that width), a bootstrap over runs covers 68 % where it says 90 %: sizes are the default unit, and budgets where the
/// residuals show that their runs share one. Intervals of fewer than ten units are spread as Student's t. Of more than ten thousand runs,
/// ten thousand are drawn from (<see cref="LawSample.DrawnFrom"/>).
/// </remarks>
public static class Bootstrap
{
    /// <summary>The joint sample of the constants.</summary>
    public static LawSample Run(FitResult fit, BootstrapOptions? options = null)
    {
        options ??= new();
        if (fit.Runs.Count == 0)
            return new(fit, [], Resampling.Runs, 0, 0, null);
        var units = ResamplingUnits.Of(fit.Logs, fit.Residuals, options.Resampling);
        if (units.Count < ResamplingUnits.LeastUnits)
            return new(fit, [], units.Kind, units.Count, 0, units.Why);
        var runs = ResampledRuns.Of(fit, units);
        var rows = new double[options.Resamples][];
        var notConverged = 0;
        Parallel.For(
            0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.MaxThreads) },
            () => new Resampler(fit, runs),
            (i, _, own) =>
            {
                if (!own.Solve(SplitMix64.Stream(options.Seed, i)))
                    Interlocked.Increment(ref notConverged);
                rows[i] = runs.About(own.Theta);
                options.Solved?.Invoke();
                return own;
            },
            static _ => { });
        return new(fit, [.. rows.Select(theta => fit.Form.ConstantsOf(theta, fit.Logs))], units.Kind, units.Count, notConverged, units.Why) { DrawnFrom = runs.From };
    }

    /// <summary>One thread's working memory.</summary>
    private sealed class Resampler(FitResult fit, ResampledRuns runs)
    {
        private readonly Objective _objective = fit.Form.Pose(runs.Logs, fit.Options.Penalty);
        private readonly NewtonSolver _solver = new(fit.Form.Dimension);
        private readonly double[] _weights = new double[runs.Logs.Count];
        private readonly int[] _drawn = new int[runs.Units];

        internal double[] Theta { get; } = new double[fit.Form.Dimension];

        internal bool Solve(SplitMix64 random)
        {
            Array.Clear(_drawn, 0, _drawn.Length);
            for (var i = 0; i < _drawn.Length; i++)
                _drawn[random.NextBelow(_drawn.Length)]++;
            for (var i = 0; i < _weights.Length; i++)
                _weights[i] = _drawn[runs.UnitOf[i]] * runs.Logs.Weights[i];
            _objective.Reweight(_weights);
            runs.Start(Theta);
            return _solver.Minimise(_objective, Theta).Converged;
        }
    }
}
