namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Parameters of a model, whole.</summary>
    public static readonly Unit Parameters = new(
        "a number of parameters",
        "'124M' or '7B'",
        maximum: 1e18,
        [("", 1), ("parameter", 1), ("parameters", 1), ("param", 1), ("params", 1), ("weights", 1)],
        scaled: true,
        whole: true);
}
