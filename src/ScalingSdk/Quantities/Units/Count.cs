namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>A plain count: layers, heads, devices. It fits an int.</summary>
    public static readonly Unit Count = new(
        "a whole number",
        "'12'",
        maximum: 1e9,
        " = 1",
        scaled: true,
        whole: true);
}
