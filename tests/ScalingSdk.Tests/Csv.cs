using System.Globalization;
using System.Text;

namespace ScalingSdk.Tests;

/// <summary>Reads tables: a header, then rows, with quoted cells.</summary>
internal static class Csv
{
    /// <summary>A table of <c>tests/Data</c>.</summary>
    public static IReadOnlyList<CsvRow> Read(params string[] path)
    {
        var lines = Repository.Read(["tests", "Data", .. path]).Split('\n').Where(static line => line.Length > 0).Select(Cells).ToArray();
        return [.. lines.Skip(1).Select(cells => new CsvRow(lines[0], cells))];
    }

    private static string[] Cells(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}

internal sealed record CsvRow(string[] Header, string[] Cells)
{
    public string this[string column] => Cells[Array.IndexOf(Header, column)];

    public bool Is(string column, string text) => string.Equals(this[column], text, StringComparison.Ordinal);

    public double Number(string column) => double.Parse(this[column].TrimEnd('%'), CultureInfo.InvariantCulture);

    public double? NumberOrNull(string column) => this[column].Length == 0 ? null : Number(column);
}
