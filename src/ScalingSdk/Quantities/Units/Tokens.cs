namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Tokens, whole.</summary>
    public static readonly Unit Tokens = new(
        "a number of tokens",
        "'10B' or '1.4T tokens'",
        maximum: 1e18,
        "|token|tokens|tok = 1",
        scaled: true,
        whole: true);
}
