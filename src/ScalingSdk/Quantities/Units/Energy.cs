namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Energy, in kilowatt-hours.</summary>
    public static readonly Unit Energy = new(
        "an amount of energy",
        "'500 kWh' or '1.2 MWh'",
        maximum: 1e15,
        "Wh = 0.001, kWh = 1, MWh = 1e3, GWh = 1e6, TWh = 1e9",
        caseSensitive: true);
}
