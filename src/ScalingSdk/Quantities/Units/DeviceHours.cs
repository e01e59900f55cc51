namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Hours of one device, whatever the device.</summary>
    public static readonly Unit DeviceHours = new(
        "device-hours",
        "'5000' or '2.5K GPU-hours'",
        maximum: 1e15,
        [
            ("", 1), ("h", 1), ("hour", 1), ("hours", 1), ("GPU hour", 1), ("GPU hours", 1), ("GPU h", 1),
            ("TPU hours", 1), ("device hour", 1), ("device hours", 1),
        ],
        scaled: true);
}
