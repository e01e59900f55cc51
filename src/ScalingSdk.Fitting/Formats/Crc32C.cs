namespace ScalingSdk.Fitting.Formats;

/// <summary>CRC-32C (Castagnoli, RFC 3720), masked as TFRecord stores it: rotated by 15 bits, plus a constant.</summary>
internal static class Crc32C
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static i =>
    {
        var crc = (uint)i;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
        return crc;
    })];

    internal static uint Masked(byte[] bytes, int start, int count)
    {
        var crc = uint.MaxValue;
        for (var i = start; i < start + count; i++)
            crc = Table[(crc ^ bytes[i]) & 0xFF] ^ (crc >> 8);
        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }
}
