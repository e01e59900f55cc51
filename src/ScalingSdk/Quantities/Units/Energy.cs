namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Energy, in kilowatt-hours.</summary>
    public static readonly Unit Energy = new(
        "an amount of energy",
        "'500 kWh' or '1.2 MWh'",
        maximum: 1e15,
        [("Wh", 1e-3m), ("kWh", 1), ("MWh", 1e3m), ("GWh", 1e6m), ("TWh", 1e9m)],
        caseSensitive: true);
}
