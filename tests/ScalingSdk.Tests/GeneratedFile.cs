namespace ScalingSdk.Tests;

/// <summary>A file of the repository that the code writes. UPDATE_SNAPSHOTS=1 writes it.</summary>
internal static class GeneratedFile
{
    public static void Check(string path, string text)
    {
        var full = Repository.Path(path.Split('/'));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
        {
            if (!File.Exists(full) || !string.Equals(text, Repository.Read(path), StringComparison.Ordinal))
                File.WriteAllText(full, text);
            return;
        }

        var again = path.EndsWith(".cs", StringComparison.Ordinal) ? ", then build again: more files follow from it" : " and read the difference";
        Assert.True(
            File.Exists(full) && string.Equals(text, Repository.Read(path), StringComparison.Ordinal),
            $"'{path}' is not what the code says: run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests{again}");
    }
}
