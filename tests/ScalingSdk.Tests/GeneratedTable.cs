namespace ScalingSdk.Tests;

/// <summary>A table of a page that the code writes: between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>. UPDATE_SNAPSHOTS=1 writes it.</summary>
internal static class GeneratedTable
{
    public static void Check(string page, string name, IEnumerable<string> lines)
    {
        var path = Repository.Path("docs", page);
        var text = File.ReadAllText(path);
        var opening = $"<!-- {name} -->\n";
        var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf($"<!-- /{name} -->", start, StringComparison.Ordinal);
        Assert.True(start >= opening.Length && end >= start, $"docs/{page} has no place for '{name}'");
        var table = string.Concat(lines.Select(static line => line + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
        {
            File.WriteAllText(path, text[..start] + table + text[end..]);
            return;
        }

        Assert.True(
            string.Equals(table, text[start..end], StringComparison.Ordinal),
            $"docs/{page} is not what the code says of '{name}'; run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests and read the difference");
    }
}
