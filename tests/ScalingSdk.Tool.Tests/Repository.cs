namespace ScalingSdk.Tool.Tests;

/// <summary>The files of the repository that tests hold against the tool.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Document(string name) => Path.Combine(Root, "docs", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScalingSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
