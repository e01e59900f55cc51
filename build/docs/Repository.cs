namespace ScalingSdk.Docs;

internal static class Repository
{
    /// <summary>The nearest folder at or above this one that holds the solution.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ScalingSdk.sln")))
                return at.FullName;
        }

        return null;
    }
}
