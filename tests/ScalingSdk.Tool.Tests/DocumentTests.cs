namespace ScalingSdk.Tool.Tests;

/// <summary>Every example of the tool's pages, run by the installed tool. UPDATE_SNAPSHOTS=1 writes what they give into the page.</summary>
[Collection(nameof(InstalledTool))]
public sealed class DocumentTests(InstalledTool tool)
{
    // All pages have the files of the first.
    [Theory]
    [InlineData("tool.md")]
    [InlineData("sweep.md")]
    public async Task Examples_OfThePage_GiveWhatItShows(string name)
    {
        using var folder = new Folder();
        var page = new ToolDocument(name);
        foreach (var (file, text) in new ToolDocument("tool.md").Files())
            folder.Write(file, text);
        foreach (var file in Directory.EnumerateFiles(Repository.Document("tool")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));

        var given = new List<(Example Example, List<string> Block)>();
        foreach (var example in page.Examples())
            given.Add((example, await Run(example, folder)));

        Assert.NotEmpty(given);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            page.Accept(given);
        else
            Assert.All(given, pair => Assert.True(
                pair.Example.Block.SequenceEqual(pair.Block, StringComparer.Ordinal),
                $"the tool gives other lines than docs/{name} shows of '{pair.Block[0]}'; run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tool.Tests --filter DocumentTests and read the difference:\n{string.Join('\n', pair.Block.Except(pair.Example.Block))}"));
    }

    private async Task<List<string>> Run(Example example, Folder folder)
    {
        var lines = new List<string>();
        ToolRun? last = null;
        foreach (var command in example.Commands)
        {
            last = await tool.Run(folder.Path, command["$ scaling ".Length..].Split(' '));
            lines.Add(command);
            lines.AddRange((last.Out + last.Error).TrimEnd('\n').Split('\n').Where(line => line.Length > 0 || last.Out.Length > 0));
        }

        Assert.Equal(example.Code, last!.Code);
        return example.Shown(lines);
    }
}
