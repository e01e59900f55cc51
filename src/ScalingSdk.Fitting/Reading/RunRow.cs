using System.Globalization;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>One row of the data, read as numbers with units.</summary>
internal sealed class RunRow
{
    private readonly ReadColumn?[] _columns = new ReadColumn?[(int)RunField.Ratio + 1];
    private LogRow _row;

    internal RunRow(IReadOnlyDictionary<RunField, ReadColumn> columns)
    {
        foreach (var column in columns)
            _columns[(int)column.Key] = column.Value;
    }

    internal int Line => _row.Line;

    internal string? Problem { get; private set; }

    internal bool NotFinite { get; private set; }

    /// <summary>The first number whose digits stood in groups, and what was read; null where there was none.</summary>
    internal string? Grouped { get; private set; }

    /// <summary>Goes on to a row: one reader serves all rows of a table.</summary>
    internal RunRow Read(LogRow row)
    {
        _row = row;
        Problem = row.IsTooLong ? "the row has more cells than the header: a separator inside a number, or a column without a name" : null;
        NotFinite = false;
        return this;
    }

    internal string? Text(RunField field) => _columns[(int)field] is { } column ? _row.Cell(column.Index) : null;

    /// <summary>The positive number of a field; null where it is absent, and where it is none, which is then the row's problem.</summary>
    /// <param name="field">The field.</param>
    /// <param name="zero">True where zero is as good as nothing: the first step, the first epoch.</param>
    internal double? Number(RunField field, bool zero = false)
    {
        if (_columns[(int)field] is not { } column)
            return null;
        if (_row.Number(column.Index) is { } number)
            return Positive(column, number, null, zero);
        if (_row.Cell(column.Index) is not { } cell)
            return null;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            if (IsNotFinite(cell))
                return Diverged(field, column, cell);
            if (IsAbsent(cell))
                return null;
            if (Written(column, cell) is { } plain && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            {
                Grouped ??= $"'{Excerpt.Of(cell)}' is read as {plain}, and other numbers alike";
                return Positive(column, value, cell, zero);
            }

            var reading = Quantity.Read(cell, column.CellUnit);
            if (reading.Error is { } problem)
            {
                Problem ??= $"'{column.Header}': {problem}";
                return null;
            }

            value = reading.Value;
        }

        if (double.IsNaN(value) || double.IsInfinity(value))
            return Diverged(field, column, cell);
        return Positive(column, value, cell, zero);
    }

    // Digits in groups; a loss has a decimal comma instead, because none is a thousand.
    private static string? Written(ReadColumn column, string cell) => column.IsCount ? GroupedDigits.Without(cell, comma: true)
        : cell.IndexOf(',') > 0 && cell.IndexOf(',') == cell.LastIndexOf(',') && cell.IndexOf('.') < 0 ? cell.Replace(',', '.') : null;

    private double? Positive(ReadColumn column, double value, string? cell, bool zero)
    {
        var read = column.Unit.Value(value);
        if (read > 0 && read < 1e300)
            return read;
        if (!zero || value is not 0)
            Problem ??= $"'{column.Header}' is '{Excerpt.Of(cell ?? value.ToString("R", CultureInfo.InvariantCulture))}'; expected a positive number";
        return null;
    }

    private static bool IsNotFinite(string cell) =>
        cell.TrimStart('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY";

    private static bool IsAbsent(string cell) => cell.ToUpperInvariant() is "NONE" or "NULL" or "N/A" or "NA" or "-" or "";

    private double? Diverged(RunField field, ReadColumn column, string cell)
    {
        NotFinite |= field == RunField.Loss;
        Problem ??= $"'{column.Header}' is '{Excerpt.Of(cell)}'; expected a finite number";
        return null;
    }
}
