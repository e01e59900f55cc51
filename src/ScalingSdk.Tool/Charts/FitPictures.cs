using ScalingSdk.Charts.Fits;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Tool.Fits;

namespace ScalingSdk.Tool.Charts;

/// <summary>A fit as its charts need it.</summary>
internal static class FitPictures
{
    private const int Rows = 250;

    public static IEnumerable<Chart> Of(RunFit run) => run.Fit.Diagnostics is not { } ended ? [] : FitCharts.Of(new FittedRuns
    {
        Law = run.Fit.Form.Id,
        Runs = [.. (SomeRuns.Of(run.Fit.Runs.Count) ?? Enumerable.Range(0, run.Fit.Runs.Count)).Select(i => Fitted(run.Fit.Runs[i], run.Fit.Residuals[i]))],
        Of = run.Fit.Runs.Count > SomeRuns.Most ? run.Fit.Runs.Count : null,
        RootMeanSquare = ended.RootMeanSquare,
        Predict = run.Fit.Predict,
        Interval = run.Sample is { Rows.Count: > 0 } sample ? Interval(sample.Thin(Rows)) : null,
        Coverage = RunFit.Coverage,
    });

    private static FittedRun Fitted(TrainingRun run, double residual) => new(run.Parameters, run.Tokens, run.Compute, run.Loss, run.Loss * Math.Exp(residual), run.Corpus);

    private static Func<double, double, (double Low, double High)> Interval(LawSample sample) => (parameters, tokens) =>
    {
        var loss = sample.Loss(new TrainingRun { Parameters = parameters, Tokens = tokens, Loss = 1 }, RunFit.Coverage);
        return (loss.Low, loss.High);
    };
}
