using System.Text;

namespace ScalingSdk.Fitting.Data;

/// <summary>The rows of a CSV text (RFC 4180), with the line each starts on. Commas, semicolons or tabs.</summary>
internal static class CsvRows
{
    private const int MostFields = 4096;
    private static readonly char[] Separators = [',', ';', '\t'];

    internal static IEnumerable<(int Line, List<string> Cells)> Read(string text)
    {
        var separator = SeparatorOf(text);
        int at = 0, line = 1;
        while (at < text.Length)
        {
            var start = line;
            var cells = new List<string>();
            var last = false;
            while (!last)
            {
                var cell = Cell(text, ref at, ref line, separator, out last);
                if (cells.Count < MostFields)
                    cells.Add(cell);
            }

            if (cells.Count > 1 || cells[0].Length > 0)
                yield return (start, cells);
        }
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var header = end < 0 ? text : text.Substring(0, end);
        return Separators.OrderByDescending(c => header.Count(h => h == c)).First();
    }

    private static string Cell(string text, ref int at, ref int line, char separator, out bool last)
    {
        var cell = new StringBuilder();
        var quoted = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
                line++;
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && (c == separator || c == '\n'))
                break;
            else if (c != '\r' || quoted)
                cell.Append(c);
        }

        last = at >= text.Length || text[at] == '\n';
        at++;
        return cell.ToString().Trim();
    }
}
