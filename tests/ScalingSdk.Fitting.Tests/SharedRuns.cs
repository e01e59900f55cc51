using System.Globalization;
using System.Text.Json;

namespace ScalingSdk.Fitting.Tests;

/// <summary>Runs that lie beside the repository in '../shared/data/runs' and may be absent.</summary>
internal static class SharedRuns
{
    internal static string Folder { get; } = Path.Combine(FindRepository(), "..", "shared", "data", "runs");

    internal static RunSet Read(string file, RunReaderOptions? options = null) =>
        RunReader.Read(File.ReadAllText(Path.Combine(Folder, file)), options ?? new() { Convention = ScalingSdk.Quantities.ParameterConvention.Active });

    internal static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement;

    /// <summary>The rows of a CSV file without quoted fields, by column.</summary>
    internal static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    internal static double Number(this Dictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScalingSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("'ScalingSdk.sln' lies in no folder above the tests");
    }
}

/// <summary>A fact about shared runs, skipped where they are absent.</summary>
internal sealed class SharedRunsFactAttribute : FactAttribute
{
    public SharedRunsFactAttribute()
    {
        if (!Directory.Exists(SharedRuns.Folder))
            Skip = "'../shared/data/runs' is absent";
    }
}

/// <summary>A theory about shared runs, skipped where they are absent.</summary>
internal sealed class SharedRunsTheoryAttribute : TheoryAttribute
{
    public SharedRunsTheoryAttribute()
    {
        if (!Directory.Exists(SharedRuns.Folder))
            Skip = "'../shared/data/runs' is absent";
    }
}
