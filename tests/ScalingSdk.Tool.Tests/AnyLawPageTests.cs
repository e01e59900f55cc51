namespace ScalingSdk.Tool.Tests;

/// <summary>The examples of docs/any-law.md on the tables beside it. UPDATE_SNAPSHOTS=1 writes what they give into the page.</summary>
public sealed class AnyLawPageTests
{
    private const string Silent = " > /dev/null";

    [Fact]
    public void Examples_OfThePage_GiveWhatItShows()
    {
        using var folder = new Folder();
        foreach (var file in Directory.EnumerateFiles(Repository.Document("any-law")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        var page = new ToolDocument("any-law.md");
        var given = page.Examples().Select(example => (Example: example, Block: example.Commands.SelectMany(command => Run(command, example, folder.Path)).ToList())).ToList();
        Assert.NotEmpty(given);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            page.Accept(given);
        else
            Assert.All(given, static pair => Assert.Equal(Comparable(pair.Example.Block), Comparable(pair.Block)));
    }

    private static List<string> Run(string command, Example example, string folder)
    {
        var silent = command.EndsWith(Silent, StringComparison.Ordinal);
        var words = Words(command["$ scaling ".Length..^(silent ? Silent.Length : 0)])
            .Select(word => Path.GetExtension(word) is ".csv" or ".json" ? Path.Combine(folder, word) : word).ToArray();
        var run = Tool.Run(words);
        Assert.True(run.Code == example.Code, $"'{command}' exits with {run.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)}:\n{run.Out}{run.Error}");
        return silent ? [command] : [command, .. (run.Out + run.Error).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
    }

    // How many starts arrive, and what rounding leaves of a gradient, depend on the processor.
    private static string Comparable(IEnumerable<string> lines)
    {
        var words = string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((_, i) => !(i > 0 && words[i - 1] is "gradient") && !Array.Exists(words[i..Math.Min(words.Length, i + 4)], static word => word is "starts")));
    }

    // What stands in quotation marks is one word: every second part.
    private static IEnumerable<string> Words(string command) => command.Split('"').SelectMany(static (part, i) =>
        i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
