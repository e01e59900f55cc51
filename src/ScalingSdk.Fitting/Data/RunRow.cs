using System.Globalization;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Data;

/// <summary>One row of the data: its cells by field, read as numbers with units.</summary>
internal sealed class RunRow(int line, IReadOnlyDictionary<RunField, (RunColumn Column, string Cell)> cells)
{
    internal int Line => line;

    /// <summary>What N counts, where its column says so.</summary>
    internal Quantities.ParameterConvention? Convention => cells.TryGetValue(RunField.Parameters, out var found) ? found.Column.Convention : null;

    internal string? Problem { get; private set; }

    internal bool NotFinite { get; private set; }

    internal string? Text(RunField field) => cells.TryGetValue(field, out var found) && found.Cell.Length > 0 ? found.Cell : null;

    /// <summary>The positive number of a field; null where it is absent, and where it is none, which is then the row's problem.</summary>
    internal double? Number(RunField field)
    {
        if (Text(field) is not { } cell)
            return null;
        var column = cells[field].Column;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            if (IsNotFinite(cell))
                return Diverged(field, column, cell);
            var reading = Quantity.Read(cell, column.Unit);
            if (reading.Error is { } problem)
            {
                Problem ??= $"'{column.Header}': {problem}";
                return null;
            }

            value = reading.Value;
        }

        if (double.IsNaN(value) || double.IsInfinity(value))
            return Diverged(field, column, cell);
        if (value > 0 && value < 1e300)
            return value * column.Factor;
        Problem ??= $"'{column.Header}' is '{Excerpt.Of(cell)}'; expected a positive number";
        return null;
    }

    private static bool IsNotFinite(string cell) =>
        cell.TrimStart('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY";

    private double? Diverged(RunField field, RunColumn column, string cell)
    {
        NotFinite |= field == RunField.Loss;
        Problem ??= $"'{column.Header}' is '{Excerpt.Of(cell)}'; expected a finite number";
        return null;
    }
}
