using System.Globalization;

namespace ScalingSdk.Benchmarks.ScaleBench;

/// <summary>A CSV file of numbers, its rows by group.</summary>
internal sealed class BenchTable
{
    private readonly Dictionary<string, double[]> _columns;

    private BenchTable(Dictionary<string, double[]> columns, string[] groups) => (_columns, Groups) = (columns, groups);

    internal string[] Groups { get; }

    internal int Count => Groups.Length;

    internal double[] this[string column] => _columns[column];

    internal static BenchTable Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(',');
        var cells = lines.Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(',')).ToArray();
        var group = Array.IndexOf(names, "group");
        var columns = Enumerable.Range(0, names.Length).Where(c => c != group).ToDictionary(
            c => names[c], c => cells.Select(row => double.Parse(row[c], CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return new(columns, [.. cells.Select(row => group < 0 ? "all_data" : row[group])]);
    }

    internal BenchTable Of(string group)
    {
        var rows = Enumerable.Range(0, Count).Where(i => string.Equals(Groups[i], group, StringComparison.Ordinal)).ToArray();
        return Rows(rows);
    }

    internal BenchTable Rows(int[] rows) => new(
        _columns.ToDictionary(static pair => pair.Key, pair => rows.Select(i => pair.Value[i]).ToArray(), StringComparer.Ordinal),
        [.. rows.Select(i => Groups[i])]);
}
