using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Quantities;
using ScalingSdk.Training;
using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>The law of the sweep, and what it says of the run that comes after it.</summary>
internal sealed record Prediction(FitResult Fit, Shape Shape, double Budget, RunForecast Forecast)
{
    private const string Id = "scaling-study";
    private const int Resamples = 1000;

    // Where the sweep repeats too few settings to show it.
    private const double AssumedSeedNoise = 0.015;

    /// <summary>Fits the logs, draws sizes for the interval, and forecasts the compute-optimal width at the target.</summary>
    /// <param name="runs">The sweep's records.</param>
    /// <param name="budget">The target's compute in FLOP.</param>
    /// <param name="lawPath">Where the law is written.</param>
    public static Prediction Of(IReadOnlyList<RunRecord> runs, double budget, string lawPath)
    {
        var fit = LawFit.Chinchilla([.. runs.Select(static run => new TrainingRun
        {
            Name = run.Start!.Name,
            Parameters = run.Start.ActiveParameters,
            Tokens = run.Result!.Tokens,
            Loss = run.Result.Loss,
        })]);

        // Runs of a width share what the learning rate does to it: single runs would give an interval that is too narrow. Two widths cannot be drawn.
        var sample = Bootstrap.Run(fit, new() { Resampling = Resampling.Sizes, Resamples = Resamples });
        if (sample.Rows.Count == 0)
            sample = Bootstrap.Run(fit, new() { Resampling = Resampling.Runs, Resamples = Resamples });
        File.WriteAllText(lawPath, LawJson.Write(fit, Id, sample));

        var shape = Shape.Nearest(OptimalParameters(fit, budget));
        var tokens = new RunPlan("target", shape, budget, 0, 0).Tokens;
        var loss = sample.Loss(new() { Parameters = shape.Parameters, Tokens = tokens, Loss = 1 });
        loss = loss with { Median = Math.Clamp(fit.Predict(shape.Parameters, tokens), loss.Low, loss.High) };
        return new(fit, shape, budget, RunForecast.Stated(
            new Tokens(tokens), loss, CurveOfLongest(runs), Id, fit.Diagnostics?.SeedNoise ?? AssumedSeedNoise));
    }

    // The shape of a run depends on its length: those of the largest budget are nearest to the target.
    private static CurveOfRuns CurveOfLongest(IReadOnlyList<RunRecord> runs)
    {
        double Compute(RunRecord run) => run.Start!.ActiveParameters * run.Start.PlannedTokens;
        var most = runs.Max(Compute);
        return new(runs.Where(run => Compute(run) > most / 2));
    }

    /// <summary>N = G (C/6)^(beta/(alpha+beta)), G = (alpha A / (beta B))^(1/(alpha+beta)) (Hoffmann et al. 2022, eq. 4).</summary>
    private static double OptimalParameters(FitResult fit, double budget)
    {
        var (alpha, beta) = (fit["alpha"], fit["beta"]);
        return Math.Pow(alpha * fit["A"] / (beta * fit["B"]), 1 / (alpha + beta)) * Math.Pow(budget / 6, beta / (alpha + beta));
    }
}
