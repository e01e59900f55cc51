namespace ScalingSdk.Fitting.Formats;

/// <summary>Whether gzip was unpacked to its end: the framework's reader takes a file that is cut as one that ends there.</summary>
internal static class GzipEnd
{
    private const int Trailer = 8;

    /// <summary>True where the trailer has the length of what was unpacked, or its last member's length and CRC where members were joined.</summary>
    internal static bool IsWhole(byte[] packed, byte[] unpacked)
    {
        if (packed.Length < Trailer)
            return false;
        var length = BitConverter.ToUInt32(packed, packed.Length - 4);
        return length == (uint)unpacked.Length
            || (length < (uint)unpacked.Length && Crc32.Of(unpacked, unpacked.Length - (int)length, (int)length) == BitConverter.ToUInt32(packed, packed.Length - Trailer));
    }
}
