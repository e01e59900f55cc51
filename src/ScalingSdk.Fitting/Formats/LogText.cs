using System.Globalization;
using System.Text;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Numbers in the lines of a log.</summary>
internal static class LogText
{
    private const int LongestLine = 4096;

    internal static IEnumerable<string> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            yield return WithoutColours(text.Substring(at, Math.Min(end - at, LongestLine)).Trim());
            at = end + 1;
        }
    }

    /// <summary>The number after a marker, as text; null where there is none.</summary>
    internal static string? After(string line, string marker, int from = 0)
    {
        var at = line.IndexOf(marker, from, StringComparison.Ordinal);
        return at < 0 ? null : NumberAt(line, at + marker.Length);
    }

    /// <summary>The number of a name, however the two are joined: <c>lr=1e-4</c>, <c>"lr": "1e-4"</c>, <c>| lr 1e-4</c>; null where there is none.</summary>
    internal static string? Named(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var (start, end) = (at + name.Length, at + name.Length);
            while (end < line.Length && line[end] is '"' or ':' or '=' or ' ')
                end++;
            if (end > start && (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '_')) && NumberAt(line, end) is { } number)
                return number;
        }

        return null;
    }

    internal static double? Number(string line, string marker) =>
        After(line, marker) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>The value of an argument as Megatron-LM and GPT-NeoX list them: <c>seq_length ...... 2048</c>.</summary>
    internal static double? Argument(string line, string name)
    {
        var at = line.IndexOf(name + " .", StringComparison.Ordinal);
        if (at < 0 || (at > 0 && line[at - 1] != ' '))
            return null;
        at += name.Length;
        while (at < line.Length && line[at] is ' ' or '.')
            at++;
        var end = at;
        while (end < line.Length && char.IsDigit(line[end]))
            end++;
        return end > at && double.TryParse(line.Substring(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
    }

    /// <summary>The number at a place, without its grouping and with its K, M, B, G or T: <c>25.2G</c> is 25200000000; null where there is none.</summary>
    internal static string? NumberAt(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
            at++;
        var end = at;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-' or '+' or ','))
            end++;
        var text = line.Substring(at, end - at).TrimEnd(',', '.').Replace(",", "");
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || text is "nan" or "inf" or "-inf")
            return text;
        var power = "KMBGT".IndexOf(char.ToUpperInvariant(text[text.Length - 1]));
        return power >= 0 && double.TryParse(text.Substring(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value * (power switch { 0 => 1e3, 1 => 1e6, 4 => 1e12, _ => 1e9 })).ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    // Terminals' colours: ESC [ ... m.
    private static string WithoutColours(string line)
    {
        if (line.IndexOf('\u001B') < 0)
            return line;
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\u001B')
            {
                plain.Append(line[i]);
                continue;
            }

            while (i < line.Length && !char.IsLetter(line[i]))
                i++;
        }

        return plain.ToString();
    }
}
