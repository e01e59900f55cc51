using ScalingSdk.Fitting.Tables;
using Sylvan.Data.Csv;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Separated values (RFC 4180): commas, semicolons, tabs, bars or spaces. Lines above the header that begin with '#' are comments.</summary>
internal sealed class CsvTable
{
    private const int MostColumns = 4096;

    /// <summary>Rows that tell whether a text is a table.</summary>
    private const int LooksAt = 20;

    private readonly string _text;
    private readonly CsvShape _shape;
    private int _columns = int.MaxValue;

    private CsvTable(string text, CsvShape shape) => (_text, _shape) = (text, shape);

    internal static TableReading Read(string text)
    {
        var (plain, shape) = CsvShape.Of(text);
        var table = new CsvTable(plain, shape);
        var header = table.Rows(null, header: true).FirstOrDefault();
        if (header.Cells is null)
            return TableReading.Refuse("it is empty");
        var headers = header.Cells.Select(static cell => cell ?? "").ToArray();
        table._columns = headers.Length;
        if (headers is [['-', ' ', ..]] && headers[0].IndexOf(": ", StringComparison.Ordinal) > 0)
            return TableReading.Refuse("it is YAML: write it as JSON, or as CSV");
        if (Array.TrueForAll(headers, static name => ColumnNames.Find(name).Field == RunField.None) && !table.Rows(null, header: false).Take(LooksAt).Any(HasNumber))
            return TableReading.Refuse($"it is not a table or a log that is known: its first line is '{Text.Excerpt.Of(string.Join(shape.Separator.ToString(), headers))}'; CSV, JSON Lines, Parquet and the logs of docs/fitting.md are read");
        if (headers is [_, var step, "Value"] && string.Equals(step, "Step", StringComparison.OrdinalIgnoreCase))
            return new LogTable("a scalar of TensorBoard", [headers[0], step, "loss"], table.Rows(null, header: false)) { IsCurve = true };
        var found = new LogTable(shape.Name, headers, table.Rows(null, header: false)) { Some = (texts, numbers) => table.Rows(texts, header: false, numbers) };
        return WandbChart.Of(found) ?? DictionaryCells.Expand(found);
    }

    private static bool HasNumber(LogRow row) => Array.Exists(row.Cells, static cell => cell is { Length: > 0 } && (char.IsDigit(cell[0]) || cell[0] is '-' or '.' or '+'));

    private IEnumerable<LogRow> Rows(ISet<int>? texts, bool header, ISet<int>? numbers = null)
    {
        using var reader = Open();
        var rows = 0;
        var line = _shape.Line;

        // Only a cell in quotes has line breaks.
        var quoted = _text.IndexOf('"', _shape.Start) >= 0;

        // Rows share their numbers, and where there is no text the cells without one.
        var read = numbers is { Count: > 0 } ? new double[_columns] : null;
        var blank = read is null ? null : new string?[_columns];
        while (Next(reader))
        {
            var fields = Math.Min(reader.RowFieldCount, MostColumns);
            var count = Math.Min(fields, _columns);
            var cells = blank ?? new string?[count];
            Clear(read);
            var (lines, tooLong) = (1, false);
            for (var i = quoted ? 0 : count; i < fields; i++)
            {
                var (breaks, isBlank) = Look(reader, i);
                lines += breaks;
                tooLong |= i >= count && !isBlank;
            }

            for (var i = 0; i < count; i++)
            {
                var isNumber = numbers?.Contains(i) == true;
                if (isNumber && Number(reader, i) is { } number)
                {
                    read![i] = number;
                }
                else if (texts is null || isNumber || texts.Contains(i))
                {
                    cells = ReferenceEquals(cells, blank) ? new string?[count] : cells;
                    cells[i] = Cell(reader.GetString(i));
                }
            }

            var row = new LogRow(line, cells) { IsTooLong = tooLong, Numbers = read };
            line += lines;
            if ((fields == 1 && Look(reader, 0).Blank) || (rows == 1 && _shape.Separator is '|' && IsRule(cells)))
                continue;
            if (header || rows++ > 0)
                yield return row;
        }
    }

    // '|---|---:|' below the header of a table in Markdown.
    private static bool IsRule(string?[] cells) => Array.Exists(cells, static cell => cell is { Length: > 2 }) && Array.TrueForAll(cells, static cell => cell is null || cell.All(static c => c is '-' or ':'));

    private static void Clear(double[]? numbers)
    {
        for (var i = 0; i < numbers?.Length; i++)
            numbers[i] = double.NaN;
    }

    private string Cell(string written)
    {
        var cell = written.Trim();
        return !_shape.DecimalComma ? cell
            : CsvShape.IsNumberWithComma(cell) ? cell.Replace(',', '.')
            : GroupedDigits.FromDots(cell) ?? cell;
    }

    private CsvDataReader Open() => CsvDataReader.Create(new StringReader(_shape.Start == 0 ? _text : _text.Substring(_shape.Start)), new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = _shape.Separator,
        CsvStyle = CsvStyle.Lax,
        Comment = '\0',
        BufferSize = 64 * 1024,
        MaxBufferSize = Math.Max(128 * 1024, (2 * (_text.Length - _shape.Start)) + 1024),
    });

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

    // The line breaks in a cell, and whether it is empty: without a copy of it, where the framework has spans.
#if NET8_0_OR_GREATER
    private static (int Breaks, bool Blank) Look(CsvDataReader reader, int column)
    {
        var cell = reader.GetFieldSpan(column);
        return (cell.Count('\n'), cell.IsWhiteSpace());
    }

    private static double? Number(CsvDataReader reader, int column) =>
        PlainNumber.Read(reader.GetFieldSpan(column));
#else
    private static (int Breaks, bool Blank) Look(CsvDataReader reader, int column)
    {
        var cell = reader.GetString(column);
        return (cell.Count(static c => c == '\n'), string.IsNullOrWhiteSpace(cell));
    }

    private static double? Number(CsvDataReader reader, int column) =>
        double.TryParse(reader.GetString(column), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;
#endif
}
