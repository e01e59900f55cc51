namespace ScalingSdk.Tests;

/// <summary>The files of the repository that tests hold against the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(params string[] path) => File.ReadAllText(Path(path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    public static string Path(params string[] path) => System.IO.Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "ScalingSdk.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
