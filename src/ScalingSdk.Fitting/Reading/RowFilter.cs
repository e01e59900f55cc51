using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>A condition on a column: <c>optimizer=adamw</c>, <c>tokens&gt;=1e9</c>, <c>corpus!=c4</c>.</summary>
internal sealed class RowFilter
{
    private static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<"];

    private readonly int _column;
    private readonly string _operator;
    private readonly string _value;
    private readonly double? _number;

    private RowFilter(int column, string @operator, string value)
    {
        (_column, _operator, _value) = (column, @operator, value);
        _number = NumberOf(value);
    }

    /// <summary>The condition, or why it is none.</summary>
    internal static (RowFilter? Filter, string? Problem) Parse(string text, IReadOnlyList<string> headers)
    {
        var at = Enumerable.Range(1, Math.Max(0, text.Length - 1)).Select(i => (At: i, Operator: Array.Find(Operators, o => string.CompareOrdinal(text, i, o, 0, o.Length) == 0)))
            .FirstOrDefault(static found => found.Operator is not null);
        if (at.Operator is null)
            return (null, $"'{Excerpt.Of(text)}' is not a condition; write column=value, with =, !=, <, <=, > or >=");
        var name = text.Substring(0, at.At).Trim();
        var column = Find(name, headers);
        if (column < 0)
            return (null, $"there is no column '{Excerpt.Of(name)}'{(Suggest.Nearest(name, headers) is { } near ? "; " + Suggest.Hint(near) : "")}; the columns are '{ColumnChoice.Listed(headers)}'");
        var value = text.Substring(at.At + at.Operator.Length).Trim();
        var filter = new RowFilter(column, at.Operator, value);
        return at.Operator[0] is '<' or '>' && filter._number is null
            ? (null, $"'{Excerpt.Of(text)}' compares with '{Excerpt.Of(value)}', which is not a number")
            : (filter, null);
    }

    internal static int Find(string name, IReadOnlyList<string> headers)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (string.Equals(headers[i], name, StringComparison.Ordinal))
                return i;
        }

        for (var i = 0; i < headers.Count; i++)
        {
            if (string.Equals(headers[i], name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    internal bool Holds(LogRow row)
    {
        var cell = row.Cell(_column);
        var equal = string.Equals(cell ?? "", _value, StringComparison.Ordinal) || (_number is { } wanted && cell is not null && NumberOf(cell) == wanted);
        if (_operator is "=" or "!=")
            return equal == (_operator is "=");
        if (cell is null || NumberOf(cell) is not { } number)
            return false;
        return _operator switch
        {
            "<" => number < _number,
            "<=" => number <= _number,
            ">" => number > _number,
            _ => number >= _number,
        };
    }

    private static double? NumberOf(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return double.IsNaN(value) ? null : value;
        var read = text.Length == 0 ? default : Quantity.Read(text, Unit.Tokens, allowZero: true);
        return text.Length > 0 && read.Error is null ? read.Value : null;
    }
}
