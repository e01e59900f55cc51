namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>The price of one device for an hour, in US dollars.</summary>
    public static readonly Unit HourlyPrice = new(
        "a price per hour",
        "'2.5 USD/h' or '2.5'",
        maximum: 1e9,
        "|USD|USD/h|USD/hour|USD per hour|/h|/hour|per hour = 1",
        prefix: "$");
}
