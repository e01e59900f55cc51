namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>A part of a whole, 0 to 1.</summary>
    public static readonly Unit Fraction = new(
        "a fraction",
        "'40%' or '0.4'",
        maximum: 1,
        " = 1, %|percent = 0.01");
}
