namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Time, in seconds. Months and years differ in length, so they are not units.</summary>
    public static readonly Unit Duration = new(
        "a duration",
        "'3 days' or '72 h'",
        maximum: 1e12,
        "s|sec|second|seconds = 1, min|minute|minutes = 60, h|hr|hrs|hour|hours = 3600, d|day|days = 86400, w|week|weeks = 604800");
}
