namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Hours of one device, whatever the device.</summary>
    public static readonly Unit DeviceHours = new(
        "device-hours",
        "'5000' or '2.5K GPU-hours'",
        maximum: 1e15,
        "|h|hour|hours|GPU hour|GPU hours|GPU h|TPU hours|device hour|device hours = 1",
        scaled: true);
}
