using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Curves;

/// <summary>How the learning rate runs after warm-up.</summary>
public enum RateTrend
{
    /// <summary>It stays where it is.</summary>
    Constant,

    /// <summary>It falls: the loss falls below the power law as it does.</summary>
    Decaying,

    /// <summary>The curve is too short to tell.</summary>
    Unknown,
}

/// <summary>What one run's loss will be.</summary>
/// <param name="Steps">The steps that were asked about.</param>
/// <param name="Loss">The loss there, in nats per token.</param>
/// <param name="Interval">Its interval; null where the curve does not carry one.</param>
/// <param name="Schedule">What the learning rate does, from the log or from the shape of the curve.</param>
/// <param name="Fit">The curve that was fitted.</param>
/// <param name="Findings">What to know before trusting the number.</param>
public sealed record CurveForecast(
    double Steps, double Loss, Interval? Interval, RateTrend Schedule, FitResult Fit, IReadOnlyList<FitFinding> Findings)
{
    /// <summary>Points of a curve that go into a fit, evenly in the logarithm of the steps.</summary>
    private const int Points = 96;

    /// <summary>Neighbouring points share their noise: as many blocks are drawn.</summary>
    private const int Blocks = 16;

    /// <summary>Half of the steps before a log, as a share of its last step, from which on it matters what they were.</summary>
    private const double LeastWarmup = 0.005;

    /// <summary>Farther than this factor in steps, a forecast is said to be far.</summary>
    private const double Far = 4;

    /// <summary>
    /// The loss at more steps of the same schedule (Kaplan et al. 2020, sec. 5). Never throws over the curve. Give the curve after
    /// warm-up: <see cref="TrainingCurve.After"/>. An interval is given where the rate is known to stay: by the log, or as stated.
    /// </summary>
    public static CurveForecast Of(TrainingCurve curve, double steps, double coverage = 0.9, int resamples = 1000, RateTrend? schedule = null)
    {
        var runs = CurvePoints.Of(curve, Points, Blocks);
        var fit = Fitter.Fit(CurveLoss.Instance, runs);
        var findings = new List<FitFinding>(fit.Findings);
        var does = schedule ?? ScheduleShape.Of(curve, runs);
        var asked = new TrainingRun { Parameters = 1, Tokens = 1, Loss = 1, Steps = steps };
        if (fit.Diagnostics is null || runs.Count < 2 * CurveLoss.Instance.Dimension)
        {
            findings.Add(new(FitFindingKind.NotIdentified, "the curve has too few points for a forecast"));
            return new(steps, double.NaN, null, does, fit, findings);
        }

        if (does == RateTrend.Unknown)
            findings.Add(new(FitFindingKind.Bias, "the log has no learning rate: where it decays, the loss falls further than this power law says, and a forecast has no interval; state the column of the rate (--column lr=...), or that it stays (--schedule constant)"));
        if (does == RateTrend.Decaying)
            findings.Add(new(FitFindingKind.Bias, "the learning rate decays: what is left of the decay lowers the loss further than this power law says, and more steps would be another schedule"));
        var last = runs[runs.Count - 1].Steps!.Value;
        var reach = curve.Steps[curve.Steps.Count - 1];
        if (steps > Far * reach)
            findings.Add(new(FitFindingKind.Bias, $"'{NumberText.Compact(steps)}' steps are '{NumberText.Compact(steps / reach)}' times those of the curve: far outside it"));
        var (loss, interval) = Forecast(fit, asked, does, coverage, resamples);
        if (Later(runs) is { } warmup && Fitter.Fit(CurveLoss.Instance, [.. runs.Select(run => run with { Steps = run.Steps - warmup })]) is { Diagnostics: not null } later)
        {
            var (other, ends) = Forecast(later, asked with { Steps = steps - warmup }, does, coverage, resamples);
            findings.Add(new(FitFindingKind.Bias, $"the log begins at step '{NumberText.Compact(runs[0].Steps!.Value)}', and the steps of a warm-up before it are worth between half and all of others: the forecast is the middle of both, {NumberText.Compact(Math.Min(loss, other))} to {NumberText.Compact(Math.Max(loss, other))}"));
            (loss, interval) = ((loss + other) / 2, interval is { } one && ends is { } two ? new(Math.Min(one.Low, two.Low), (loss + other) / 2, Math.Max(one.High, two.High), coverage) : interval);
        }

        return new(steps, loss, interval, does, fit, findings);
    }

    private static (double Loss, Interval? Interval) Forecast(FitResult fit, TrainingRun asked, RateTrend does, double coverage, int resamples)
    {
        var sample = Bootstrap.Run(fit, new() { Resamples = resamples, Resampling = Resampling.Groups });
        return (fit.Predict(asked), does == RateTrend.Constant ? Widen(sample.Loss(asked, coverage), fit.Diagnostics!.Noise, coverage) : null);
    }

    // A rate that rises from nothing does half the work of a full one: half of the steps before the log where all of them were warm-up.
    private static double? Later(List<TrainingRun> runs) =>
        runs[0].Steps / 2 is { } half && half > LeastWarmup * runs[runs.Count - 1].Steps ? half : null;

    // A single evaluation scatters about the curve as the logged ones do.
    private static Interval Widen(Interval interval, double noise, double coverage)
    {
        var scatter = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + coverage) / 2) * noise * interval.Median;
        double Add(double distance) => Math.Sqrt((distance * distance) + (scatter * scatter));
        return interval with { Low = interval.Median - Add(interval.Median - interval.Low), High = interval.Median + Add(interval.High - interval.Median) };
    }
}
