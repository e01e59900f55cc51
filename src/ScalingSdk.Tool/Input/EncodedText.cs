using System.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>The text of a file that is written back as it was: its encoding, its byte order mark and its ends of lines.</summary>
internal sealed class EncodedText
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private readonly Encoding _encoding;
    private readonly bool _marked;

    private EncodedText(string text, Encoding encoding, bool marked) => (Text, _encoding, _marked) = (text, encoding, marked);

    /// <summary>The text without its byte order mark.</summary>
    public string Text { get; }

    /// <summary>Reads bytes.</summary>
    /// <returns>Null where they are in an encoding that nothing in the file names: writing would change what it says.</returns>
    public static EncodedText? Of(byte[] bytes)
    {
        try
        {
            var marked = Marked.FirstOrDefault(encoding => bytes.AsSpan().StartsWith(encoding.Preamble));
            var encoding = marked ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return new(encoding.GetString(bytes.AsSpan(marked?.Preamble.Length ?? 0)), encoding, marked is not null);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Another text as this file would hold it.</summary>
    public byte[] Encode(string text)
    {
        var lines = Text.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
        return [.. _marked ? _encoding.GetPreamble() : [], .. _encoding.GetBytes(lines)];
    }
}
