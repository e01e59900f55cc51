namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Memory, in bytes: GB is 1e9, GiB is 2^30.</summary>
    public static readonly Unit Bytes = new(
        "an amount of memory",
        "'80 GB' or '80 GiB'",
        maximum: 1e21,
        "B|byte|bytes = 1, kB|KB = 1e3, MB = 1e6, GB = 1e9, TB = 1e12, PB = 1e15, "
        + "KiB = 1024, MiB = 1048576, GiB = 1073741824, TiB = 1099511627776, PiB = 1125899906842624",
        caseSensitive: true);
}
