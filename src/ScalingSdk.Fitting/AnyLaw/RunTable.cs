using System.Globalization;
using ScalingSdk.Fitting.Data;

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

    /// <summary>The values of a column; not a number where a cell is empty or text.</summary>
    public double[] this[string column] => _columns[column];

    /// <summary>Reads CSV or JSON Lines. A column of which no cell is a number is left out.</summary>
    /// <exception cref="FormatException">The text has no rows of numbers.</exception>
    public static RunTable Read(string text, string source = "runs")
    {
        text = text.TrimStart('\uFEFF');
        var rows = text.TrimStart().StartsWith("{", StringComparison.Ordinal) ? JsonRows(text) : CsvTable(text);
        var columns = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var count = 0;
        foreach (var row in rows.Take(MostRows))
        {
            foreach (var (name, cell) in row)
            {
                if (!columns.TryGetValue(name, out var values))
                    columns.Add(name, values = []);
                while (values.Count < count)
                    values.Add(double.NaN);
                if (values.Count == count)
                    values.Add(Number(cell, ColumnUnit.Factor(name)));
            }

            count++;
        }

        foreach (var values in columns.Values)
        {
            while (values.Count < count)
                values.Add(double.NaN);
        }

        var numbers = columns.Where(static pair => pair.Value.Exists(static value => !double.IsNaN(value))).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        return numbers.Count > 0 ? new(numbers, source) : throw new FormatException($"'{source}' has no rows of numbers below a header");
    }

    /// <summary>Some of the rows.</summary>
    public RunTable Rows(IReadOnlyList<int> rows) =>
        new(_columns.ToDictionary(static pair => pair.Key, pair => rows.Select(i => pair.Value[i]).ToArray(), StringComparer.Ordinal), Source);

    private static double Number(string cell, double factor) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) ? value * factor : double.NaN;

    private static IEnumerable<IEnumerable<(string Name, string Cell)>> JsonRows(string text)
    {
        foreach (var (_, members, _) in JsonLineRows.Read(text))
        {
            if (members is not null)
                yield return members.Select(static member => (member.Key, member.Value));
        }
    }

    private static IEnumerable<IEnumerable<(string Name, string Cell)>> CsvTable(string text)
    {
        List<string>? headers = null;
        foreach (var (_, cells) in CsvRows.Read(text))
        {
            if (headers is null)
                headers = cells;
            else
            {
                var names = headers;
                yield return Enumerable.Range(0, Math.Min(cells.Count, names.Count)).Select(i => (names[i], cells[i]));
            }
        }
    }
}
