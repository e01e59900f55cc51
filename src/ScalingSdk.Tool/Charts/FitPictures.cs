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
        Runs = [.. run.Fit.Runs.Zip(run.Fit.Residuals, static (one, residual) =>
            new FittedRun(one.Parameters, one.Tokens, one.Compute, one.Loss, one.Loss * Math.Exp(residual), one.Corpus))],
        RootMeanSquare = ended.RootMeanSquare,
        Predict = run.Fit.Predict,
        Interval = run.Sample is { Rows.Count: > 0 } sample ? Interval(sample.Thin(Rows)) : null,
        Coverage = RunFit.Coverage,
    });

    private static Func<double, double, (double Low, double High)> Interval(LawSample sample) => (parameters, tokens) =>
    {
        var loss = sample.Loss(new TrainingRun { Parameters = parameters, Tokens = tokens, Loss = 1 }, RunFit.Coverage);
        return (loss.Low, loss.High);
    };
}
