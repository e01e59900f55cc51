#if NET8_0_OR_GREATER
namespace ScalingSdk.Fitting.Formats;

/// <summary>NaN and Infinity without quotes, as Python writes them: JSON has neither, and they mean a diverged run.</summary>
internal static class JsonNotFinite
{
    /// <summary>The same bytes with these words in quotes; the bytes themselves where there are none.</summary>
    internal static byte[] Quoted(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("NaN"u8) < 0 && bytes.AsSpan().IndexOf("Infinity"u8) < 0)
            return bytes;
        var quoted = new MemoryStream(bytes.Length + (bytes.Length / 8));
        var (inText, from) = (false, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\\' when inText:
                    i++;
                    break;
                case (byte)'"':
                    inText = !inText;
                    break;

                // No text goes over the end of a line: what is broken in one line leaves the next alone.
                case (byte)'\n':
                    inText = false;
                    break;
                case (byte)'N' or (byte)'I' or (byte)'-' when !inText && Word(bytes.AsSpan(i)) is var length and > 0:
                    quoted.Write(bytes, from, i - from);
                    quoted.WriteByte((byte)'"');
                    quoted.Write(bytes, i, length);
                    quoted.WriteByte((byte)'"');
                    from = i + length;
                    i = from - 1;
                    break;
            }
        }

        quoted.Write(bytes, from, bytes.Length - from);
        return quoted.ToArray();
    }

    private static int Word(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("NaN"u8) ? 3 : bytes.StartsWith("Infinity"u8) ? 8 : bytes.StartsWith("-Infinity"u8) ? 9 : 0;
}
#endif
