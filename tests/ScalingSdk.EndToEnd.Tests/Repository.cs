namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(string path) => Path.Combine(Root, path);

    public static string Read(string path) => System.IO.File.ReadAllText(File(path));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "ScalingSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No ScalingSdk.sln above " + AppContext.BaseDirectory);
    }
}
