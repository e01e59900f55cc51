namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Money, in US dollars.</summary>
    public static readonly Unit Money = new(
        "an amount of money",
        "'2000 USD' or '2000'",
        maximum: 1e15,
        "|USD|dollars = 1",
        scaled: true,
        prefix: "$");
}
