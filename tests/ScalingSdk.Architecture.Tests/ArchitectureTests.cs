namespace ScalingSdk.Architecture.Tests;

/// <summary>
/// The layers of the library and the folders of the other projects. The lists beside this file hold what is not so yet; they may only
/// become shorter: a test fails when something is added, and when something has gone but is still listed.
/// </summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Arrows_OfTheLibrary_PointToLowerLayers()
    {
        var layers = Subject.List("layers.txt").Select(static line => line.Split(',', StringSplitOptions.TrimEntries)).ToList();
        int Layer(string folder) => layers.FindIndex(names => names.Contains(folder.Split('.')[0]));
        var arrows = FolderArrows.Read(Subject.Library).Examples;

        Assert.All(arrows.Keys.SelectMany(static arrow => new[] { arrow.From, arrow.To }).Distinct(), folder =>
            Assert.True(Layer(folder) >= 0, $"'{folder}' has no layer: add it to layers.txt"));
        var up = arrows.Where(arrow => Layer(arrow.Key.From) < Layer(arrow.Key.To)).Select(static arrow => $"{arrow.Key.From} > {arrow.Key.To} ({arrow.Value})");
        Assert.True(!up.Any(), "these uses point up, move one of the types or pass a value in: " + string.Join(", ", up));
    }

    [Fact]
    public void Folders_OfEachProject_UseEachOtherWithoutCycles()
    {
        var found = Subject.All.SelectMany(static subject =>
        {
            var arrows = FolderArrows.Read(subject);
            return arrows.Cycles().Select(arrow => (Line: $"{subject.Name}: {arrow.From} > {arrow.To}", Example: arrows.Examples[arrow]));
        }).ToDictionary(static arrow => arrow.Line, static arrow => arrow.Example, StringComparer.Ordinal);

        HoldList("cycles.txt", found, "lies on a cycle of folders: move one of the types, or pass a value in");
    }

    [Fact]
    public void Namespaces_OfEachFile_AreItsFolder()
    {
        var found = Subject.All.SelectMany(static subject => Directory.EnumerateFiles(subject.Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(subject.Folder, file).Replace('\\', '/'), Space: NamespaceOf(file)))
            .Where(static file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file.Path, Expected: (subject.Name + "/" + file.Path)[..^(Path.GetFileName(file.Path).Length + 1)].Replace('/', '.'), file.Space))
            .Where(static file => file.Space.Length > 0 && file.Space != file.Expected)
            .Select(file => (Line: $"{subject.Name}/{Path.GetDirectoryName(file.Path)!.Replace('\\', '/')}", file.Space)))
            .DistinctBy(static file => file.Line)
            .ToDictionary(static file => file.Line, static file => file.Space, StringComparer.Ordinal);

        HoldList("folders-apart.txt", found, "holds files of another namespace: name the namespace after the folder");
    }

    [Fact]
    public void Interfaces_OfEachProject_HaveTwoImplementations()
    {
        var alone = Subject.All.SelectMany(Implementations.Read).Where(static one => one.Value.Count < 2)
            .Select(static one => $"{one.Key} ({(one.Value.Count == 0 ? "none" : one.Value[0])})").ToList();

        Assert.True(alone.Count == 0, "an interface with one implementation is its class: remove the interface, or give it its second: " + string.Join(", ", alone));
    }

    private static void HoldList(string file, Dictionary<string, string> found, string what)
    {
        var listed = Subject.List(file);
        var added = found.Where(one => !listed.Contains(one.Key)).Select(static one => $"{one.Key} ({one.Value})");
        Assert.True(!added.Any(), $"{what}: {string.Join(", ", added)}");
        var gone = listed.Where(line => !found.ContainsKey(line));
        Assert.True(!gone.Any(), $"remove from {file}, it is mended: {string.Join(", ", gone)}");
    }

    private static string NamespaceOf(string file) => File.ReadLines(file).FirstOrDefault(static line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
        ? line["namespace ".Length..].TrimEnd(';', '\r')
        : "";
}
