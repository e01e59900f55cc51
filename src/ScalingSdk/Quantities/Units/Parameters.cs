namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Parameters of a model, whole.</summary>
    public static readonly Unit Parameters = new(
        "a number of parameters",
        "'124M' or '7B'",
        maximum: 1e18,
        "|parameter|parameters|param|params|weights = 1",
        scaled: true,
        whole: true);
}
