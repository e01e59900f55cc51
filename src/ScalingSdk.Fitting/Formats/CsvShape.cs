using System.Text;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>How a text separates its values.</summary>
/// <param name="Separator">What stands between cells.</param>
/// <param name="Start">Where the header begins.</param>
/// <param name="Line">The line of the header, from 1.</param>
/// <param name="DecimalComma">True where numbers are written <c>3,14</c>.</param>
/// <param name="Spaces">True where cells were separated by spaces.</param>
internal readonly record struct CsvShape(char Separator, int Start, int Line, bool DecimalComma, bool Spaces)
{
    private const int LooksAt = 64 * 1024;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The format, as a reader of the output knows it.</summary>
    internal string Name => (Spaces ? "columns with spaces" : Separator switch { '\t' => "TSV", ',' => "CSV", _ => $"CSV with '{Separator}'" }) + (DecimalComma ? " and decimal commas" : "");

    /// <summary>The shape of a text, and the text with tabs where it has runs of spaces.</summary>
    internal static (string Text, CsvShape Shape) Of(string text)
    {
        var (start, line) = SkipComments(text);
        char? stated = null;

        // Excel's own line.
        if (string.CompareOrdinal(text, start, "sep=", 0, 4) == 0 && start + 4 < text.Length)
        {
            stated = text[start + 4];
            (start, line) = (EndOf(text, start) + 1, line + 1);
            start = Math.Min(start, text.Length);
        }

        var header = text.Substring(start, EndOf(text, start) - start);
        var separator = stated ?? Separators.OrderByDescending(c => header.Count(h => h == c)).First();
        if (stated is null && header.IndexOf(separator) < 0 && Words(header).Length >= 3 && HasColumns(text, start))
            return (WithTabs(text, start), new('\t', 0, line, false, true));
        return (text, new(separator, start, line, separator is not ',' && HasDecimalCommas(text, start, separator), false));
    }

    /// <summary>True for <c>3,14</c> and <c>-2,5e9</c>.</summary>
    internal static bool IsNumberWithComma(string cell)
    {
        var comma = cell.IndexOf(',');
        if (comma <= 0 || comma == cell.Length - 1 || cell.IndexOf(',', comma + 1) >= 0 || !char.IsDigit(cell[comma - 1]) || !char.IsDigit(cell[comma + 1]))
            return false;
        foreach (var c in cell)
        {
            if (!char.IsDigit(c) && c is not (',' or '-' or '+' or 'e' or 'E'))
                return false;
        }

        return true;
    }

    // One cell that no thousands separator explains, and no decimal point in any number.
    private static bool HasDecimalCommas(string text, int start, char separator)
    {
        var cells = text.Substring(start, Math.Min(LooksAt, text.Length - start)).Split(separator, '\n').Select(static cell => cell.Trim().Trim('"')).ToList();
        return cells.Exists(static cell => IsNumberWithComma(cell) && (cell.TakeWhile(static c => c is not ('e' or 'E')).Count() - cell.IndexOf(',') - 1 != 3 || cell[0] == '0'))
            && !cells.Exists(static cell => cell.Length > 2 && cell.IndexOf('.') > 0 && GroupedDigits.FromDots(cell) is null && cell.All(static c => char.IsDigit(c) || c is '.' or '-' or 'e' or 'E' or '+'));
    }

    // Every row has as many words as the header, or one more, as where pandas prints its index.
    private static bool HasColumns(string text, int start)
    {
        var lines = text.Substring(start, Math.Min(LooksAt, text.Length - start)).Split('\n').Select(Words).Where(static words => words.Length > 0).Take(20).ToList();
        return lines.Count > 1 && lines[1].Length - lines[0].Length is 0 or 1 && lines.Skip(1).Take(lines.Count - 2).All(words => words.Length == lines[1].Length && words.Any(static word => char.IsDigit(word[0])));
    }

    private static string[] Words(string line) => line.Split([' ', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string WithTabs(string text, int start)
    {
        var tabs = new StringBuilder(text.Length - start);
        var lines = text.Substring(start).Split('\n');
        var indexed = lines.Length > 1 && Words(lines[1]).Length == Words(lines[0]).Length + 1;
        foreach (var line in lines)
            tabs.Append(indexed && tabs.Length == 0 ? "\t" : "").Append(string.Join("\t", Words(line))).Append('\n');
        return tabs.ToString();
    }

    private static int EndOf(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static (int Start, int Line) SkipComments(string text)
    {
        int at = 0, line = 1, last = 0;
        while (at < text.Length && (text[at] is '#' or '\n' or '\r'))
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
                return (text.Length, line);
            last = at;
            at = end + 1;
            line++;
        }

        return IsHeader(text, last, at) ? (last + 1, line - 1) : (at, line);
    }

    // '# N,D,loss' as numpy writes it, and '#params,#tokens,loss': a comment with as many cells as the numbers below it.
    private static bool IsHeader(string text, int comment, int row)
    {
        if (comment == row || row >= text.Length || text[comment] is not '#' || !(char.IsDigit(text[row]) || text[row] is '-' or '+' or '.'))
            return false;
        var (header, cells) = (text.Substring(comment + 1, EndOf(text, comment) - comment - 1), text.Substring(row, EndOf(text, row) - row));
        return Array.Exists(Separators, separator => header.Any(c => c == separator) && header.Count(c => c == separator) == cells.Count(c => c == separator))
            || (Words(header).Length >= 3 && Words(header).Length == Words(cells).Length);
    }
}
