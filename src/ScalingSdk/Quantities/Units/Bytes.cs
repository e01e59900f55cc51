namespace ScalingSdk.Quantities.Units;

internal sealed partial class Unit
{
    /// <summary>Memory, in bytes: GB is 1e9, GiB is 2^30.</summary>
    public static readonly Unit Bytes = new(
        "an amount of memory",
        "'80 GB' or '80 GiB'",
        maximum: 1e21,
        [
            ("B", 1), ("byte", 1), ("bytes", 1),
            ("kB", 1e3m), ("KB", 1e3m), ("MB", 1e6m), ("GB", 1e9m), ("TB", 1e12m), ("PB", 1e15m),
            ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("PiB", 1L << 50),
        ],
        caseSensitive: true);
}
