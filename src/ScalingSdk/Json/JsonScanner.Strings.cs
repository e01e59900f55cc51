using System.Globalization;
using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Json;

internal sealed partial class JsonScanner
{
    /// <summary>Reads text in quotes, its escapes resolved; null where it is broken.</summary>
    public string? ReadString()
    {
        var start = Position++;
        var plain = Position;
        StringBuilder? resolved = null;
        while (true)
        {
            switch (Peek)
            {
                case '"':
                    var rest = Text.Substring(plain, Position++ - plain);
                    return resolved is null ? rest : resolved.Append(rest).ToString();
                case '\\':
                    resolved ??= new StringBuilder();
                    resolved.Append(Text, plain, Position - plain);
                    if (!ReadEscape(resolved))
                        return null;

                    plain = Position;
                    break;
                case End or '\n' or '\r':
                    Fail(Since(start), $"the text that starts with {Quoted(start)} does not end on its line; add '\"'");
                    return null;
                default:
                    if (!SkipCharacter())
                        return null;

                    break;
            }
        }
    }

    private bool SkipCharacter()
    {
        var c = Text[Position];
        if (c < ' ')
        {
            Fail(new SourceSpan(Position, 1), $"the control character '{Describe(Position)}' stands in text; write '{Escape(c)}'");
            return false;
        }

        if (!char.IsSurrogate(c))
        {
            Position++;
            return true;
        }

        if (!IsPair(Position))
        {
            Fail(new SourceSpan(Position, 1), LoneSurrogate(Describe(Position)));
            return false;
        }

        Position += 2;
        return true;
    }

    private bool ReadEscape(StringBuilder resolved)
    {
        var next = At(Position + 1);
        if (next == 'u')
            return ReadUnicodeEscape(resolved);

        var index = "\"\\/bfnrt".IndexOf((char)next);
        if (next == End || index < 0)
        {
            var length = next is End or '\n' or '\r' ? 1 : IsPair(Position + 1) ? 3 : 2;
            Fail(
                new SourceSpan(Position, length),
                $"'{Text.Substring(Position, length)}' is not an escape; for a backslash write '\\\\'");
            return false;
        }

        resolved.Append("\"\\/\b\f\n\r\t"[index]);
        Position += 2;
        return true;
    }

    private bool ReadUnicodeEscape(StringBuilder resolved)
    {
        var start = Position;
        if (HexAt(start) is not { } first)
        {
            Fail(new SourceSpan(start, 2), "'\\u' is not followed by four hexadecimal digits; write e.g. '\\u00e9'");
            return false;
        }

        Position += 6;
        if (!char.IsSurrogate(first))
        {
            resolved.Append(first);
            return true;
        }

        if (HexAt(Position) is not { } second || !char.IsSurrogatePair(first, second))
        {
            Fail(Since(start), LoneSurrogate(Text.Substring(start, 6)));
            return false;
        }

        Position += 6;
        resolved.Append(first).Append(second);
        return true;
    }

    /// <summary>The character that an escape <c>\uXXXX</c> at this place stands for, or null.</summary>
    private char? HexAt(int position)
    {
        if (At(position) != '\\' || At(position + 1) != 'u')
            return null;

        var value = 0;
        for (var i = position + 2; i < position + 6; i++)
        {
            var digit = At(i) switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return null;

            value = (value << 4) | digit;
        }

        return (char)value;
    }

    private static string Escape(char control) => control switch
    {
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => "\\u" + ((int)control).ToString("x4", CultureInfo.InvariantCulture),
    };
}
