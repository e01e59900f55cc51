using System.Globalization;

namespace ScalingSdk.Json;

internal sealed partial class JsonScanner
{
    /// <summary>Reads a number by the grammar of RFC 8259, section 6; null where it is broken.</summary>
    public JsonNode? ReadNumber()
    {
        var start = Position;
        Take('-');
        if (Take('0') ? IsDigit(Peek) : !SkipDigits())
            return FailNumber(start);

        if (Take('.') && !SkipDigits())
            return FailNumber(start);

        if (Take('e') || Take('E'))
        {
            if (!Take('+'))
                Take('-');

            if (!SkipDigits())
                return FailNumber(start);
        }

        return IsWordCharacter(Peek) ? FailNumber(start) : new JsonNumber(Since(start), Text.Substring(start, Position - start));
    }

    /// <summary>Reads NaN, Infinity or -Infinity as a number; null, and nothing read, where something else stands.</summary>
    public JsonNumber? ReadNonFinite()
    {
        if (Peek is not ('N' or 'I' or '-'))
            return null;
        var word = WordAt(Position, out var span);
        if (word is not ("NaN" or "Infinity" or "-Infinity"))
            return null;
        Position = span.End;
        return new JsonNumber(span, word);
    }

    private bool SkipDigits()
    {
        var start = Position;
        while (IsDigit(Peek))
            Position++;

        return Position > start;
    }

    private JsonNode? FailNumber(int start)
    {
        var word = WordAt(start, out var span);
        return Fail(span, NumberMessage(word));
    }

    private static string NumberMessage(string word)
    {
        if (word.EndsWith("Infinity", StringComparison.OrdinalIgnoreCase) || word.EndsWith("NaN", StringComparison.OrdinalIgnoreCase))
            return $"'{word}' is not a JSON number; write a finite number";

        if (word is "-")
            return "'-' is not followed by a digit; write a number such as '1'";

        if (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(word.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return FormattableString.Invariant($"'{word}' is hexadecimal; write {value}");

        var digits = word.TrimStart('-', '0');
        if (word.Contains('_'))
            return $"'{word}' is not a JSON number; write it without '_'";

        if (IsAll(word, "-0123456789") && word.LastIndexOf('-') <= 0)
            return $"'{word}' has a leading zero; write '{(word[0] == '-' ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}'";

        return IsAll(word, "+-.eE0123456789")
            ? $"'{word}' is not a JSON number; write one such as '0.5' or '1e9'"
            : $"'{word}' is not a JSON number; for a number with a unit write '\"{word}\"'";
    }

    private static bool IsAll(string word, string characters)
    {
        foreach (var c in word)
        {
            if (characters.IndexOf(c) < 0)
                return false;
        }

        return true;
    }

    private static bool IsDigit(int c) => c is >= '0' and <= '9';
}
