using ScalingSdk.Fitting;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Specs;
using ScalingSdk.Training;
using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>The law of the sweep, and what it says of the run that comes after it.</summary>
internal sealed record Prediction(FitResult Fit, ParametricLaw Law, Shape Shape, double Budget, RunForecast Forecast)
{
    private const int Resamples = 1000;

    /// <summary>Fits the logs, draws sizes for the intervals, and forecasts the compute-optimal width at the target.</summary>
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
        var sample = Bootstrap.Run(fit, new() { Resampling = Resampling.Sizes, Resamples = Resamples });
        var text = LawJson.Write(fit, "scaling-study", sample);
        File.WriteAllText(lawPath, text);
        var reading = LawFile.Read(text);
        if (reading.Law is not { } law)
            throw new StudyException($"the fit gives no law: {string.Join("; ", reading.Problems.Concat(fit.Findings.Select(static f => f.Text)))}");

        var optimal = law.OptimalParameters(new TrainingFlops(budget)).Value.Count;
        var shape = Enumerable.Range(1, 16).Select(static k => new Shape(16 * k)).MinBy(shape => Math.Abs(Math.Log(shape.Parameters / optimal)))!;
        var tokens = new RunPlan("target", shape, budget, 0, 0).Tokens;
        var forecast = RunForecast.Of(
            law, new ActiveParameters(shape.Parameters), new Tokens(tokens), new CurveOfRuns(runs), fit.Diagnostics!.SeedNoise ?? 0.01);
        return new(fit, law, shape, budget, forecast);
    }
}
