namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Electrical power, in watts.</summary>
    public static readonly Unit Power = new(
        "a power",
        "'700 W' or '0.7 kW'",
        maximum: 1e9,
        "|W|watt|watts = 1, kW = 1e3");
}
