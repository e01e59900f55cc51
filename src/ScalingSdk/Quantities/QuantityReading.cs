using System.Numerics;

namespace ScalingSdk.Quantities;

/// <summary>A quantity in the base of its unit, or why it could not be read.</summary>
/// <param name="Value">The value; 0 beside an error.</param>
/// <param name="Exact">The same value where it is whole: always for tokens, parameters and counts.</param>
/// <param name="Error">What was read, what was expected, what to type; null where the quantity was read.</param>
internal readonly record struct QuantityReading(double Value, BigInteger? Exact, string? Error)
{
    public static QuantityReading Fail(string error) => new(0, null, error);
}
