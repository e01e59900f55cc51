using ScalingSdk.Fitting.Curves;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Schedules;

/// <summary>The end of a run under another learning-rate schedule, from curves whose learning rates are known.</summary>
public static class ScheduleForecast
{
    /// <summary>The standard deviation of the forms' own errors at the end of a run, in nats: mean error 0.007 to 0.013 on the public curves.</summary>
    internal const double FormError = 0.012;

    /// <summary>The same from one curve that decays, which does not tell what its decay gained from what its steps did: 33 of 36 public ends lie inside.</summary>
    internal const double FormErrorOfOne = 0.035;

    /// <summary>Knots of a schedule that is foretold.</summary>
    private const int Knots = 512;

    /// <summary>Farther than this factor in steps, a forecast is said to be far.</summary>
    private const double Far = 4;

    /// <summary>
    /// The loss at the end of a run under a schedule. The four constants of the annealing law are fitted to one or two curves, the seven
    /// of the multi-power law to three and more of which one decays. Never throws over the curves.
    /// </summary>
    /// <param name="curves">Curves of one model and batch, each with its learning rates.</param>
    /// <param name="schedule">The schedule after the warm-up.</param>
    /// <param name="steps">The steps of the run, warm-up included.</param>
    /// <param name="coverage">What part of such ends the interval holds.</param>
    public static CurveForecast Of(IReadOnlyList<TrainingCurve> curves, RateSchedule schedule, double steps, double coverage = 0.9)
    {
        var plain = CurveForecast.Of(curves[curves.Count - 1], steps, coverage, resamples: 50, schedule: RateTrend.Constant);
        var does = schedule.Shape == RateShape.Constant ? RateTrend.Constant : RateTrend.Decaying;
        var data = curves.Select(ScheduleCurve.Of).OfType<ScheduleCurve>().ToList();
        if (data.Count == 0)
            return plain with { Loss = double.NaN, Interval = null, Schedule = does, Findings = [new(FitFindingKind.NotIdentified, WhyNone(curves))] };
        var findings = new List<FitFinding>();
        var fit = ScheduleFit.Of(data);
        var last = data[data.Count - 1];
        var end = PathOf(last.Path, schedule, steps);
        var (loss, interval) = EndOf(fit, end, coverage);
        if (double.IsNaN(loss))
            return plain with { Loss = loss, Interval = null, Schedule = does, Findings = [new(FitFindingKind.NotIdentified, "the curves have too few points for a forecast")] };
        findings.Add(new(FitFindingKind.Bias, $"{fit.Form} under '{schedule}', fitted to {data.Count} curve{(data.Count == 1 ? "" : "s")}: it holds for this model, batch and peak rate; its own error at the end, {NumberText.Round(FormErrorOf(fit))} nats on the public curves {(IsOneDecay(fit) ? "from one that decays" : "from any other")}, is in the interval"));
        if (IsOneDecay(fit))
            findings.Add(new(FitFindingKind.NotIdentified, "one curve does not tell what its decay gained from what its steps did: the interval is wide; give the log of a run under another schedule too"));
        if (!fit.Decays)
            findings.Add(new(FitFindingKind.NotIdentified, "no curve decays: what a decay gains is taken from public curves of 25M to 400M parameters, and the interval is wide; give the log of a run with a decay too"));
        var reach = data.Max(static curve => curve.Path.Steps[curve.Path.Steps.Count - 1]);
        if (steps > Far * reach)
            findings.Add(new(FitFindingKind.Bias, $"'{NumberText.Compact(steps)}' steps are '{NumberText.Compact(steps / reach)}' times those of the curves: far outside them"));
        return plain with { Loss = loss, Interval = interval, Schedule = does, Findings = findings };
    }

    /// <summary>The loss at the end of a path; its interval holds the error of the fit and the form's own.</summary>
    internal static (double Loss, Interval Interval) EndOf(ScheduleFit fit, RatePath path, double coverage)
    {
        var (loss, error) = fit.End(path);
        var half = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + coverage) / 2) * Math.Sqrt((error * error) + (FormErrorOf(fit) * FormErrorOf(fit)));
        return (loss, new Interval(loss - half, loss, loss + half, coverage));
    }

    private static double FormErrorOf(ScheduleFit fit) => IsOneDecay(fit) ? FormErrorOfOne : FormError;

    private static bool IsOneDecay(ScheduleFit fit) => fit is { Curves: 1, Decays: true };

    private static string WhyNone(IReadOnlyList<TrainingCurve> curves) => !curves.Any(static curve => curve.LearningRates is not null)
        ? "a forecast under another schedule needs the learning rates: name their column (--column lr=...)"
        : $"a forecast under another schedule needs {NumberText.Grouped(ScheduleCurve.FewestPoints)} rows or more with a loss and a learning rate from the peak of the rate on: these curves have fewer";

    // The warm-up of the log, then the schedule from its peak on.
    private static RatePath PathOf(RatePath log, RateSchedule schedule, double steps)
    {
        var (peak, rate) = (log.PeakKnot, log.Peak);
        var start = Math.Min(log.Steps[peak], steps * 0.5);
        List<double> at = [], rates = [];
        for (var i = 0; i < peak && log.Steps[i] < start; i++)
        {
            at.Add(log.Steps[i]);
            rates.Add(log.Rates[i]);
        }

        for (var k = 0; k <= Knots; k++)
        {
            var part = (double)k / Knots;
            at.Add(start + (part * (steps - start)));
            rates.Add(rate * schedule.At(part));
        }

        return new(at, rates);
    }
}
