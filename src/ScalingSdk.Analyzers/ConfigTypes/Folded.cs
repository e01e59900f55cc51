namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What an expression is worth before the program runs: a value (perhaps null), or unknown.</summary>
internal readonly record struct Folded(bool IsKnown, object? Value)
{
    public static readonly Folded Unknown;

    public static Folded Of(object? value) => new(true, value);

    /// <summary>The value as a double, where it is a number.</summary>
    public double? Number => Value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
        ? Convert.ToDouble(Value, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
