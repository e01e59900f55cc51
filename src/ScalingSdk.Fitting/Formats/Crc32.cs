namespace ScalingSdk.Fitting.Formats;

/// <summary>CRC-32 of gzip (RFC 1952), and CRC-32C (Castagnoli, RFC 3720) masked as TFRecord stores it: rotated by 15 bits, plus a constant.</summary>
internal static class Crc32
{
    private static readonly uint[] Ieee = Table(0xEDB88320);
    private static readonly uint[] Castagnoli = Table(0x82F63B78);

    internal static uint Of(byte[] bytes, int start, int count) => Of(Ieee, bytes, start, count);

    internal static uint Masked(byte[] bytes, int start, int count)
    {
        var crc = Of(Castagnoli, bytes, start, count);
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private static uint Of(uint[] table, byte[] bytes, int start, int count)
    {
        var crc = uint.MaxValue;
        for (var i = start; i < start + count; i++)
            crc = table[(crc ^ bytes[i]) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Table(uint polynomial) => [.. Enumerable.Range(0, 256).Select(i =>
    {
        var crc = (uint)i;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
        return crc;
    })];
}
