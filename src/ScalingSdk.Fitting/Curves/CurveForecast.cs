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
        if (steps > Far * last)
            findings.Add(new(FitFindingKind.Bias, $"'{NumberText.Compact(steps)}' steps are '{NumberText.Compact(steps / last)}' times those of the curve: far outside it"));
        var sample = Bootstrap.Run(fit, new() { Resamples = resamples, Resampling = Resampling.Groups });
        Interval? interval = does == RateTrend.Constant ? Widen(sample.Loss(asked, coverage), fit.Diagnostics.Noise, coverage) : null;
        return new(steps, fit.Predict(asked), interval, does, fit, findings);
    }

    // A single evaluation scatters about the curve as the logged ones do.
    private static Interval Widen(Interval interval, double noise, double coverage)
    {
        var scatter = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + coverage) / 2) * noise * interval.Median;
        double Add(double distance) => Math.Sqrt((distance * distance) + (scatter * scatter));
        return interval with { Low = interval.Median - Add(interval.Median - interval.Low), High = interval.Median + Add(interval.High - interval.Median) };
    }
}
