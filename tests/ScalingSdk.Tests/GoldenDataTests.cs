namespace ScalingSdk.Tests;

/// <summary>The folder of golden data and the page that lists it.</summary>
public sealed class GoldenDataTests
{
    private static readonly string Folder = Repository.Path("tests", "Data");

    [Fact]
    public void Table_AnyInTheFolder_IsListedWithItsSource()
    {
        var page = Repository.Read("tests", "Data", "README.md");

        var missing = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("laws/", StringComparison.Ordinal) && file is not "README.md" && !page.Contains($"`{file}`", StringComparison.Ordinal));

        Assert.True(!missing.Any(), "List these tables and their sources in tests/Data/README.md: " + string.Join(", ", missing));
    }

    [Fact]
    public void Row_Any_HasACellForEachColumn()
    {
        var ragged = Rows().Where(static pair => pair.Row.Cells.Length != pair.Row.Header.Length).Select(static pair => $"{pair.File}: {pair.Row.Cells[0]}");

        Assert.True(!ragged.Any(), "Quote the cells of these rows that contain a comma: " + string.Join(", ", ragged));
    }

    [Fact]
    public void Row_OfATableWithAColumnForSources_NamesOne()
    {
        var unnamed = Rows()
            .Where(static pair => pair.Row.Header.Contains("source", StringComparer.Ordinal) && pair.Row["source"].Length == 0)
            .Select(static pair => $"{pair.File}: {pair.Row.Cells[0]}");

        Assert.True(!unnamed.Any(), "Name the source of these rows: " + string.Join(", ", unnamed));
    }

    private static IEnumerable<(string File, CsvRow Row)> Rows() => Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories)
        .SelectMany(static file => Csv.Read(file).Select(row => (Path.GetFileName(file), row)));
}
