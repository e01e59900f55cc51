namespace ScalingSdk.Quantities;

/// <summary>A figure that is known within a range: the lowest, the middle and the highest that are plausible.</summary>
public readonly record struct Band(double Low, double Mid, double High)
{
    /// <summary>A figure that is given, not estimated.</summary>
    public static Band Exactly(double value) => new(value, value, value);

    /// <summary>True where the figure is a point.</summary>
    public bool IsPoint => Low.Equals(High);

    /// <summary>True where a value lies in the band, its ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The band multiplied by a positive factor.</summary>
    public Band Times(double factor) => new(Low * factor, Mid * factor, High * factor);

    /// <summary>A positive amount divided by this band: the highest divisor gives the lowest quotient.</summary>
    public Band Divide(double amount) => new(amount / High, amount / Mid, amount / Low);
}
