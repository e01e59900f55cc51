using ScalingSdk.Fitting.Tables;
using Sylvan.Data.Csv;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Separated values (RFC 4180): commas, semicolons, tabs or bars. Lines above the header that begin with '#' are comments.</summary>
internal static class CsvTable
{
    private const int MostColumns = 4096;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    internal static TableReading Read(string text)
    {
        var (start, line) = SkipComments(text);
        var separator = SeparatorOf(text, start);
        var header = Rows(text, start, line, separator, header: true).FirstOrDefault();
        if (header.Cells is null)
            return TableReading.Refuse("it is empty");
        if (header.Cells.Length == 1 && ColumnNames.Find(header.Cells[0]!).Field == RunField.None)
            return TableReading.Refuse($"it is not a table or a log that is known: its first line is '{Text.Excerpt.Of(header.Cells[0]!)}'; CSV, JSON Lines, Parquet and the logs of docs/fitting.md are read");
        var name = separator switch { '\t' => "TSV", ',' => "CSV", _ => $"CSV with '{separator}'" };
        var headers = header.Cells!.Select(static cell => cell ?? "").ToArray();
        if (headers is [_, var step, "Value"] && string.Equals(step, "Step", StringComparison.OrdinalIgnoreCase))
            return new LogTable("a scalar of TensorBoard", [headers[0], step, "loss"], Rows(text, start, line, separator, header: false)) { IsCurve = true };
        var table = new LogTable(name, headers, Rows(text, start, line, separator, header: false));
        return WandbChart.Of(table) ?? DictionaryCells.Expand(table);
    }

    private static IEnumerable<LogRow> Rows(string text, int start, int line, char separator, bool header)
    {
        using var reader = Open(text, start, separator);
        var rows = 0;
        while (Next(reader))
        {
            var cells = new string?[Math.Min(reader.RowFieldCount, MostColumns)];
            var lines = 1;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = reader.GetString(i);
                lines += Breaks(cell);
                cells[i] = cell.Trim();
            }

            var row = new LogRow(line, cells);
            line += lines;
            if (cells.Length == 1 && cells[0]!.Length == 0)
                continue;
            if (header || rows++ > 0)
                yield return row;
        }
    }

    private static CsvDataReader Open(string text, int start, char separator)
    {
        return CsvDataReader.Create(new StringReader(start == 0 ? text : text.Substring(start)), new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = separator,
            CsvStyle = CsvStyle.Lax,
            Comment = '\0',
            BufferSize = 64 * 1024,
            MaxBufferSize = Math.Max(128 * 1024, (2 * (text.Length - start)) + 1024),
        });
    }

    // A row that is not separated values ends the table: what follows cannot be told apart.
    private static bool Next(CsvDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static int Breaks(string cell)
    {
        var breaks = 0;
        foreach (var c in cell)
        {
            if (c == '\n')
                breaks++;
        }

        return breaks;
    }

    private static (int Start, int Line) SkipComments(string text)
    {
        int at = 0, line = 1;
        while (at < text.Length && (text[at] is '#' or '\n' or '\r'))
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
                return (text.Length, line);
            at = end + 1;
            line++;
        }

        return (at, line);
    }

    private static char SeparatorOf(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        var header = text.Substring(start, (end < 0 ? text.Length : end) - start);
        return Separators.OrderByDescending(c => header.Count(h => h == c)).First();
    }
}
