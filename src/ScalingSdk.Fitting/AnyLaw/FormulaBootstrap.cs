using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Fits resamples of the runs, each from the optimum of all of them.</summary>
internal static class FormulaBootstrap
{
    private const int Limit = 60;

    internal static IReadOnlyList<double[]> Run(LawModel model, IReadOnlyList<double[]> observed, FormulaBox box, LawTargets all, double[] optimum, FormulaFitOptions options)
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
