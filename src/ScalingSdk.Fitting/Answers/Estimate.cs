using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Answers;

/// <summary>A number that a fit answers with.</summary>
/// <param name="Value">Its value at the optimum of the fit.</param>
/// <param name="Interval">Its interval, from the joint sample; null without one.</param>
public readonly record struct Estimate(double Value, Interval? Interval)
{
    internal static Estimate Of(double value, double[]? draws, double coverage, double widened)
    {
        double[] known = draws is null ? [] : [.. draws.Where(static draw => !double.IsNaN(draw) && !double.IsInfinity(draw))];

        // Draws without an answer are no small share by chance: then there is no interval either.
        return new(value, known.Length > 0 && known.Length >= 0.95 * draws!.Length ? ScalingSdk.Laws.Interval.Of(known, coverage).Widened(widened) : null);
    }
}
