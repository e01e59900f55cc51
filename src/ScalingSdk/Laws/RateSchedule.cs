using System.Globalization;

namespace ScalingSdk.Laws;

/// <summary>The shape of a learning-rate schedule after its warm-up.</summary>
public enum RateShape
{
    /// <summary>It stays at the peak.</summary>
    Constant,

    /// <summary>Half a cosine from the peak to the last rate.</summary>
    Cosine,

    /// <summary>A straight line from the peak to the last rate.</summary>
    Linear,

    /// <summary>The peak, then a straight line to the last rate (warm-up, stable, decay).</summary>
    Wsd,
}

/// <summary>A learning-rate schedule as a share of its peak, over the parts of a run.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="DecayShare">The share of the run over which the rate falls: 1 for a cosine and a line, 0 for a constant one.</param>
/// <param name="LastOverPeak">The last rate over the peak.</param>
public sealed record RateSchedule(RateShape Shape, double DecayShare, double LastOverPeak)
{
    private const double UsualDecay = 0.2;

    /// <summary>The schedule of a text, or null: <c>constant</c>, <c>cosine</c>, <c>cosine:0.1</c>, <c>linear</c>, <c>wsd:0.2</c>, <c>wsd:0.2:0.1</c> (share of the decay, last rate over the peak).</summary>
    public static RateSchedule? Parse(string text)
    {
        if (text is null)
            return null;
        var parts = text.Trim().ToLowerInvariant().Split(':');
        var numbers = new double[parts.Length - 1];
        for (var i = 1; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i - 1]) || !(numbers[i - 1] >= 0 && numbers[i - 1] <= 1))
                return null;
        }

        return (parts[0], numbers.Length) switch
        {
            ("constant", 0) => new(RateShape.Constant, 0, 1),
            ("cosine", <= 1) => new(RateShape.Cosine, 1, numbers.Length > 0 ? numbers[0] : 0),
            ("linear", <= 1) => new(RateShape.Linear, 1, numbers.Length > 0 ? numbers[0] : 0),
            ("wsd", <= 2) when numbers.Length == 0 || numbers[0] > 0 =>
                new(RateShape.Wsd, numbers.Length > 0 ? numbers[0] : UsualDecay, numbers.Length > 1 ? numbers[1] : 0),
            _ => null,
        };
    }

    /// <summary>The rate over the peak at a part of the run after the warm-up, 0 to 1.</summary>
    public double At(double part)
    {
        if (Shape == RateShape.Constant || part <= 1 - DecayShare)
            return 1;
        var fallen = Math.Min(1, (part - (1 - DecayShare)) / DecayShare);
        return Shape == RateShape.Cosine
            ? LastOverPeak + ((1 - LastOverPeak) * (1 + Math.Cos(Math.PI * fallen)) / 2)
            : 1 + ((LastOverPeak - 1) * fallen);
    }

    /// <summary>The schedule as it is written.</summary>
    public override string ToString() => Shape switch
    {
        RateShape.Constant => "constant",
        RateShape.Wsd => FormattableString.Invariant($"wsd:{DecayShare}") + (LastOverPeak > 0 ? FormattableString.Invariant($":{LastOverPeak}") : ""),
        _ => (Shape == RateShape.Cosine ? "cosine" : "linear") + (LastOverPeak > 0 ? FormattableString.Invariant($":{LastOverPeak}") : ""),
    };
}
