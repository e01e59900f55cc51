namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>The price of one device for an hour, in US dollars.</summary>
    public static readonly Unit HourlyPrice = new(
        "a price per hour",
        "'2.5 USD/h' or '2.5'",
        maximum: 1e9,
        [("", 1), ("USD", 1), ("USD/h", 1), ("USD/hour", 1), ("USD per hour", 1), ("/h", 1), ("/hour", 1), ("per hour", 1)],
        prefix: "$");
}
