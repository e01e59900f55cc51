namespace ScalingSdk.Text;

/// <summary>A duration in the unit that people use for it: <c>80.5 minutes</c>, <c>3 days</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, double Hours, double Below)[] Units =
        [("seconds", 1 / 3600.0, 2 / 60.0), ("minutes", 1 / 60.0, 2), ("hours", 1, 48), ("days", 24, 24 * 1000), ("years", 24 * 365.25, double.PositiveInfinity)];

    /// <summary>The duration in its unit.</summary>
    public static string Of(double hours) => $"{In(UnitOf(hours), hours)} {UnitOf(hours).Name}";

    /// <summary>Its ends in the same unit: "7.08 .. 26.2".</summary>
    public static string Ends(double hours, double low, double high) => $"{In(UnitOf(hours), low)} .. {In(UnitOf(hours), high)}";

    private static (string Name, double Hours) UnitOf(double hours)
    {
        foreach (var (unit, length, below) in Units)
        {
            if (hours < below)
                return (unit, length);
        }

        return ("years", 24 * 365.25);
    }

    private static string In((string Name, double Hours) unit, double hours) => NumberText.Compact(NumberText.RoundTo12(hours / unit.Hours));
}
