using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training;

/// <summary>The shape of a run under a schedule by the annealing law of Tissue et al. 2024: it falls faster as the learning rate does.</summary>
/// <remarks>
/// The constants are those of one model, batch and corpus: fit your own (<c>scaling forecast --schedule</c>), or take the middle of the
/// public ones, whose spread is the band. The warm-up, and the first tenth of the run, have no forecast.
/// </remarks>
public sealed class AnnealedCurve : LearningCurve
{
    private const double First = 0.1;
    private const double Coverage = 0.9;
    private const int Knots = 500;

    /// <summary>The error of the form itself, in ln loss.</summary>
    private const double FormError = 0.01;
    private readonly double[][] _excess;

    /// <summary>The shape of a run.</summary>
    /// <param name="schedule">The schedule after the warm-up.</param>
    /// <param name="steps">The steps of the run.</param>
    /// <param name="peak">The peak learning rate.</param>
    /// <param name="laws">The law fitted to one's own curves; none for the public ones.</param>
    public AnnealedCurve(RateSchedule schedule, Steps steps, double peak, params IReadOnlyList<AnnealingLaw> laws)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(laws);
        if (!(steps.Count >= Knots) || !(peak > 0) || !double.IsFinite(peak))
            throw new ArgumentException($"a run has at least {Knots} steps and a positive peak learning rate", nameof(steps));
        Source = laws.Count == 0 ? "the annealing law with the constants of public curves (Tissue et al. 2024)" : "the annealing law fitted to own runs (Tissue et al. 2024)";
        var path = new RatePath(
            [.. Enumerable.Range(0, Knots + 1).Select(k => steps.Count * k / Knots)],
            [.. Enumerable.Range(0, Knots + 1).Select(k => peak * schedule.At((double)k / Knots))]);
        _excess = [.. (laws.Count == 0 ? AnnealingLaw.Examples : laws).Select(law => Excess(law.Losses(path)))];
    }

    /// <inheritdoc/>
    public override string Source { get; }

    /// <inheritdoc/>
    public override Interval? ExcessAt(double part)
    {
        if (part is < First or > 1)
            return null;
        var at = (int)Math.Round(part * Knots);
        var values = _excess.Select(curve => curve[at]).ToArray();
        var (low, high) = (values.Min(), values.Max());
        var half = FormError * (1 - part);
        return new(low - half, values.Average(), high + half, Coverage);
    }

    private static double[] Excess(double[] losses) => [.. losses.Select(loss => Math.Log(loss) - Math.Log(losses[^1]))];
}
