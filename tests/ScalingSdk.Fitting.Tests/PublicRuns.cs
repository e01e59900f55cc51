using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests;

/// <summary>The public runs of <c>tests/Data/runs</c>, and the golden results of fits to them.</summary>
internal static class PublicRuns
{
    private static readonly string Folder = Path.Combine(FindRepository(), "tests", "Data", "runs");

    internal static RunSet Read(string name, bool dropOutliers = false) => RunReader.Read(
        File.ReadAllText(Locate(name)),
        new() { Convention = ScalingSdk.Quantities.ParameterConvention.Active, DropFlagged = dropOutliers });

    /// <summary>The rows of a table without quoted cells, by column.</summary>
    internal static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Locate(name));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    internal static double Number(this Dictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    private static string Locate(string name) => Path.Combine(Folder, name + ".csv");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScalingSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("'ScalingSdk.sln' lies in no folder above the tests");
    }
}
