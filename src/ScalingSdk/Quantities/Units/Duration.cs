namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Time, in seconds. Months and years differ in length, so they are not units.</summary>
    public static readonly Unit Duration = new(
        "a duration",
        "'3 days' or '72 h'",
        maximum: 1e12,
        [
            ("s", 1), ("sec", 1), ("second", 1), ("seconds", 1),
            ("min", 60), ("minute", 60), ("minutes", 60),
            ("h", 3600), ("hr", 3600), ("hrs", 3600), ("hour", 3600), ("hours", 3600),
            ("d", 86_400), ("day", 86_400), ("days", 86_400),
            ("w", 604_800), ("week", 604_800), ("weeks", 604_800),
        ]);
}
