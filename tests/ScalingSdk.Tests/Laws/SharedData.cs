namespace ScalingSdk.Tests.Laws;

/// <summary>Data that lies beside the repository in '../shared/data' and may be absent.</summary>
internal static class SharedData
{
    /// <summary>The repository, found by its solution.</summary>
    public static string Repository { get; } = FindRepository();

    public static string File(string path) => Path.Combine(Repository, "..", "shared", "data", path);

    /// <summary>The rows of a CSV file without quoted fields, by column.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string path)
    {
        var lines = System.IO.File.ReadAllLines(File(path));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => columns.Zip(line.Split(','))
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "ScalingSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("'ScalingSdk.sln' lies in no folder above the tests");
    }
}

/// <summary>A fact about data that is skipped where the data is absent.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (!System.IO.File.Exists(SharedData.File(path)))
            Skip = $"'../shared/data/{path}' is absent";
    }
}
