using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>The constants of a law drawn together: the ground of every interval.</summary>
/// <remarks>ln A and alpha move together (correlation 0.999): an interval of anything but a single constant needs the rows.</remarks>
public sealed class LawSample
{
    internal LawSample(FitResult fit, IReadOnlyList<IReadOnlyList<double>> rows, Resampling resampling, int units, int notConverged, string? why)
    {
        (Fit, Rows, Resampling, Units, NotConverged, WhyDrawn) = (fit, rows, resampling, units, notConverged, why);
    }

    /// <summary>The fit that was resampled.</summary>
    public FitResult Fit { get; }

    /// <summary>The constants of each resample, in the order of the form, as drawn: intervals of few units are wider by <see cref="Widened"/>.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows { get; }

    /// <summary>What was drawn.</summary>
    public Resampling Resampling { get; }

    /// <summary>How many units there were to draw from.</summary>
    public int Units { get; }

    /// <summary>Why these units were drawn, as a clause; null where there was nothing to choose.</summary>
    public string? WhyDrawn { get; }

    /// <summary>Which of very many runs were drawn from, as a clause; null where it was all of them.</summary>
    public string? DrawnFrom { get; internal init; }

    /// <summary>By how much intervals are spread about their median because the units are few; 1 from ten units on.</summary>
    public double Widened => Uncertainty.Widening.Factor(Units);

    /// <summary>Resamples whose solve did not converge: 0 in a sound fit.</summary>
    public int NotConverged { get; }

    /// <summary>What to know before trusting an interval; null where there is nothing.</summary>
    public string? Caveat => Units == 0 || Units >= Uncertainty.Widening.Enough ? null
        : Rows.Count == 0 ? $"'{Data.Whole.Text(Units)}' {Resampling.ToString().ToLowerInvariant()} are too few to draw from: there is no interval"
        : $"'{Data.Whole.Text(Units)}' {Resampling.ToString().ToLowerInvariant()} are few to draw from: the intervals are widened '{NumberText.Compact(Widened)}' times, and were measured to cover 86 to 99 % where they say 90 %";

    /// <summary>The interval of a constant, from the percentiles of the sample.</summary>
    public Interval Of(string constant, double coverage = 0.9)
    {
        var at = IndexOf(constant);
        return Of(row => row[at], coverage);
    }

    /// <summary>The interval of anything that follows from the constants.</summary>
    public Interval Of(Func<IReadOnlyList<double>, double> target, double coverage = 0.9) =>
        Rows.Count == 0 ? new(double.NaN, double.NaN, double.NaN, coverage) : Interval.Of([.. Rows.Select(target)], coverage).Widened(Widened);

    /// <summary>The standard deviation of a constant over the sample, widened as intervals are.</summary>
    public double StandardError(string constant)
    {
        var at = IndexOf(constant);
        return Rows.Count == 0 ? double.NaN : Widened * MathNet.Numerics.Statistics.ArrayStatistics.StandardDeviation([.. Rows.Select(row => row[at])]);
    }

    /// <summary>The interval of the loss of a run.</summary>
    public Interval Loss(TrainingRun run, double coverage = 0.9)
    {
        var logs = new RunLogs([run with { Loss = 1 }], Fit.Logs);
        var jets = new JetObjective(Fit.Form, logs, Penalty.Squares, curved: false);
        return Of(row => Math.Exp(jets.At(Fit.Form.ThetaOf(row, Fit.Logs), 0).Value), coverage);
    }

    /// <summary>Every k-th row, so that at most this many are left: 250 keep quantiles within about one per cent.</summary>
    public LawSample Thin(int rows)
    {
        if (Rows.Count <= rows)
            return this;
        return new(Fit, [.. Enumerable.Range(0, rows).Select(i => Rows[(int)((long)i * Rows.Count / rows)])], Resampling, Units, NotConverged, WhyDrawn) { DrawnFrom = DrawnFrom };
    }

    internal LawSample Only(Func<IReadOnlyList<double>, bool> which) => new(Fit, [.. Rows.Where(which)], Resampling, Units, NotConverged, WhyDrawn) { DrawnFrom = DrawnFrom };

    private int IndexOf(string constant)
    {
        for (var i = 0; i < Fit.Form.Constants.Count; i++)
        {
            if (string.Equals(Fit.Form.Constants[i], constant, StringComparison.Ordinal))
                return i;
        }

        throw new ArgumentException($"'{Fit.Form.Id}' has no constant '{constant}'; it has '{string.Join("', '", Fit.Form.Constants)}'", nameof(constant));
    }
}
