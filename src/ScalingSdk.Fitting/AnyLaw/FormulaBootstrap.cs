using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Fits resamples of the runs, each from the optimum of all of them; of very many runs, of some.</summary>
internal static class FormulaBootstrap
{
    private const int Limit = 60;

    /// <summary>Of very many runs so many are drawn from: a solve takes hundreds of evaluations, and errors of errors are two per cent.</summary>
    private const int Drawn = 2_000;

    /// <summary>The draws, and which of very many runs they are of, as a clause.</summary>
    internal static (IReadOnlyList<double[]> Draws, string? From) Run(LawModel model, Func<int[], LawModel> bind, IReadOnlyList<double[]> observed, FormulaBox box, LawTargets all, double[] optimum, FormulaFitOptions options)
    {
        if (model.RunCount <= SomeRuns.Most || SomeRuns.Of(model.RunCount, Drawn) is not { } some)
            return (Run(model, observed, box, all, optimum, options), null);
        var (few, scale) = (bind(some), Math.Sqrt((double)some.Length / model.RunCount));
        IReadOnlyList<double[]> seen = [.. observed.Select(values => some.Select(i => values[i]).ToArray())];
        var targets = new LawTargets(few, seen, null, all.Penalty, all.Scale);
        var centre = (double[])optimum.Clone();
        new ProjectionSolver(few, targets, box).Minimise(centre, Limit);
        var draws = Run(few, seen, box, targets, centre, options);
        foreach (var draw in draws)
        {
            for (var c = 0; c < draw.Length; c++)
                draw[c] = optimum[c] + (scale * (draw[c] - centre[c]));
            box.Clamp(draw);
        }

        return (draws, SomeRuns.Drawn(some.Length, model.RunCount, scale));
    }

    private static IReadOnlyList<double[]> Run(LawModel model, IReadOnlyList<double[]> observed, FormulaBox box, LawTargets all, double[] optimum, FormulaFitOptions options)
    {
        var draws = new double[options.Resamples][];
        Parallel.For(
            0, options.Resamples, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.MaxThreads) },
            () => Own(model.Copy(), observed, all, box),
            (i, _, own) =>
            {
                var random = SplitMix64.Stream(options.Seed, i);
                Array.Clear(own.Targets.Weights, 0, own.Targets.Weights.Length);
                for (var draw = 0; draw < model.RunCount; draw++)
                {
                    var run = random.NextBelow(model.RunCount);
                    for (var equation = 0; equation < model.Equations; equation++)
                        own.Targets.Weights[model.Row(equation, run)]++;
                }

                var theta = (double[])optimum.Clone();
                draws[i] = own.Solver.Minimise(theta, Limit).Value < double.MaxValue ? theta : [];
                return own;
            },
            static _ => { });
        return [.. draws.Where(static draw => draw.Length > 0)];
    }

    private static (LawTargets Targets, ProjectionSolver Solver) Own(LawModel model, IReadOnlyList<double[]> observed, LawTargets all, FormulaBox box)
    {
        var targets = new LawTargets(model, observed, null, all.Penalty, all.Scale);
        return (targets, new(model, targets, box));
    }
}
