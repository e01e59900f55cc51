using System.IO.Compression;
using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>What the bytes of a file are: gzip around anything else, Parquet, TensorBoard's events, text.</summary>
internal static class FileContent
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static TableReading Read(Stream stream, int bound, int maxRows)
    {
        if (Bytes(stream, bound) is not { } bytes)
            return TooLong(bound);
        if (Begins(bytes, 0x1F, 0x8B))
        {
            try
            {
                using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
                if (Bytes(unpacked, bound) is not { } inner)
                    return TooLong(bound);
                if (!GzipEnd.IsWhole(bytes, inner))
                    return TableReading.Refuse("it is gzip that ends too early, as where a copy or a writer was stopped: nothing of it is read; copy it again, or unpack what there is with 'gzip -dc'");
                bytes = inner;
            }
            catch (InvalidDataException problem)
            {
                return TableReading.Refuse($"it begins as gzip, but cannot be unpacked: {problem.Message}");
            }
        }

        if (Begins(bytes, (byte)'P', (byte)'A', (byte)'R', (byte)'1'))
            return ParquetTable.Read(bytes, maxRows);
        if (EventFile.IsOne(bytes))
            return EventFile.Read(bytes);
        if (WhyNoText(bytes) is { } why)
            return TableReading.Refuse(why);
#if NET8_0_OR_GREATER
        if (JsonRowBytes.Read(bytes) is { } lines)
            return lines;
#endif
        return TextContent.Read(Decode(bytes));
    }

    private static TableReading TooLong(int bound) =>
        TableReading.Refuse($"it has more than the '{Whole.Text(bound / (1024 * 1024))}' MiB that are read; split it");

    private static byte[]? Bytes(Stream stream, int bound)
    {
        if (stream is MemoryStream given && given.Length <= bound && given.TryGetBuffer(out var whole) && whole.Offset == 0 && whole.Count == whole.Array!.Length)
            return whole.Array;
        if (stream.CanSeek && stream.Length - stream.Position is var length && length > bound)
            return null;
        using var all = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        var buffer = new byte[80 * 1024];
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (all.Length + count > bound)
                return null;
            all.Write(buffer, 0, count);
        }

        return all.Capacity == all.Length ? all.GetBuffer() : all.ToArray();
    }

    // PowerShell 5 writes UTF-16.
    private static string Decode(byte[] bytes) => IsUtf16(bytes) ? Encoding.Unicode.GetString(bytes)
        : Begins(bytes, 0xFF, 0xFE) ? Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)
        : Begins(bytes, 0xFE, 0xFF) ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : Utf8OrLatin(bytes);

    // Excel saves CSV in the code page of its country.
    private static string Utf8OrLatin(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("ISO-8859-1").GetString(bytes);
        }
    }

    private static string? WhyNoText(byte[] bytes) =>
        Begins(bytes, (byte)'P', (byte)'K', 3, 4) ? "it is a zip archive (or a spreadsheet): unpack it, or save the sheet as CSV"
        : Begins(bytes, 0x28, 0xB5, 0x2F, 0xFD) ? "it is compressed with zstd: unpack it, or compress it with gzip"
        : Begins(bytes, (byte)'S', (byte)'Q', (byte)'L', (byte)'i') ? "it is a database of SQLite: export a table as CSV"
        : Begins(bytes, (byte)'%', (byte)'P', (byte)'D', (byte)'F') ? "it is a PDF document: give the table or the log that its numbers come from"
        : Begins(bytes, 0xFF, 0xFE) || Begins(bytes, 0xFE, 0xFF) || IsUtf16(bytes) ? null
        : Array.IndexOf(bytes, (byte)0, 0, Math.Min(bytes.Length, 4096)) >= 0 ? "it is binary, and neither Parquet nor an event file of TensorBoard: export it as CSV or JSON Lines"
        : null;

    // Latin letters in UTF-16 without a mark at the beginning: every second byte is zero.
    private static bool IsUtf16(byte[] bytes)
    {
        if (bytes.Length < 8 || bytes.Length % 2 != 0)
            return false;
        for (var i = 0; i < 8; i++)
        {
            if ((bytes[i] == 0) != (i % 2 == 1))
                return false;
        }

        return true;
    }

    private static bool Begins(byte[] bytes, params byte[] magic) => bytes.Length >= magic.Length && bytes.Take(magic.Length).SequenceEqual(magic);
}
