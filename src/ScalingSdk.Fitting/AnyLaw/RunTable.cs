using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Formats;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Numbers in named columns, a row a run: what a formula is fitted to.</summary>
public sealed class RunTable
{
    private const int MostRows = 2_000_000;

    private readonly Dictionary<string, double[]> _columns;

    /// <param name="columns">Columns of one length, by name.</param>
    /// <param name="source">Where they come from, for messages.</param>
    public RunTable(IReadOnlyDictionary<string, double[]> columns, string source = "runs")
    {
        _columns = columns.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        Count = columns.Count == 0 ? 0 : columns.First().Value.Length;
        Source = source;
        if (columns.Any(pair => pair.Value.Length != Count))
            throw new ArgumentException("columns of a table have one length", nameof(columns));
    }

    /// <summary>Rows.</summary>
    public int Count { get; }

    /// <summary>Where the rows come from.</summary>
    public string Source { get; }

    /// <summary>The columns that hold numbers, in the order of the file.</summary>
    public IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>The columns that hold text alone.</summary>
    internal IReadOnlyList<string> TextColumns { get; private init; } = [];

    /// <summary>The values of a column; not a number where a cell is empty or text.</summary>
    public double[] this[string column] => _columns[column];

    /// <summary>Reads CSV, JSON Lines or a trainer's log. A column of which no cell is a number is left out.</summary>
    /// <exception cref="FormatException">The text has no rows of numbers.</exception>
    public static RunTable Read(string text, string source = "runs")
    {
        var reading = TextContent.Read(text);
        if (reading.Table is not { } table)
            throw new FormatException($"'{source}': {reading.Refusal}");
        var all = new HashSet<int>(Enumerable.Range(0, table.Headers.Count));
        var units = table.Headers.Select(static header => ColumnUnit.In(header, ColumnNames.Find(header).Field) ?? ColumnUnit.None).ToArray();
        var values = Array.ConvertAll(units, static _ => new List<double>());
        var rows = 0;
        foreach (var row in table.RowsWith(new HashSet<int>(), all))
        {
            if (++rows > MostRows)
                throw new FormatException($"'{source}' has more than '{Whole.Text(MostRows)}' rows; split it");
            for (var c = 0; c < values.Length; c++)
                values[c].Add(row.Number(c) is { } number ? units[c].Value(number) : Number(row.Cell(c), units[c]));
        }

        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var c = 0; c < values.Length; c++)
        {
            if (values[c].Exists(static value => !double.IsNaN(value)))
                columns[table.Headers[c]] = [.. values[c]];
        }

        return columns.Count > 0 ? new(columns, source) { TextColumns = [.. table.Headers.Where(header => !columns.ContainsKey(header))] } : throw new FormatException($"'{source}' has no rows of numbers below a header");
    }

    /// <summary>Some of the rows.</summary>
    public RunTable Rows(IReadOnlyList<int> rows) =>
        new(_columns.ToDictionary(static pair => pair.Key, pair => rows.Select(i => pair.Value[i]).ToArray(), StringComparer.Ordinal), Source);

    private static double Number(string? cell, ColumnUnit unit) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) ? unit.Value(value) : double.NaN;
}
