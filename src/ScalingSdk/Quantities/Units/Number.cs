namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>A plain number without a unit: a learning rate, epochs.</summary>
    public static readonly Unit Number = new(
        "a number",
        "'0.5' or '6e-4'",
        maximum: 1e30,
        " = 1");
}
