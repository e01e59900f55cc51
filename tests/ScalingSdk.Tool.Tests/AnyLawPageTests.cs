using System.Text.RegularExpressions;

namespace ScalingSdk.Tool.Tests;

/// <summary>The examples of docs/any-law.md on the tables beside it. UPDATE_SNAPSHOTS=1 writes what they give into the page.</summary>
public sealed partial class AnyLawPageTests
{
    [Fact]
    public void Examples_OfThePage_GiveWhatItShows()
    {
        var page = new ToolDocument("any-law.md");
        var given = page.Examples().Select(static example => (Example: example, Block: Run(example))).ToList();
        Assert.NotEmpty(given);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            page.Accept(given);
        else
            Assert.All(given, static pair => Assert.Equal(string.Join('\n', pair.Example.Block), string.Join('\n', pair.Block)));
    }

    private static List<string> Run(Example example)
    {
        var command = Assert.Single(example.Commands);
        var words = Words().Matches(command["$ scaling ".Length..]).Select(static match => match.Value.Trim('"'))
            .Select(static word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(Repository.Document("any-law"), word) : word).ToArray();
        var run = Tool.Run(words);
        Assert.True(run.Code == example.Code, $"'{command}' exits with {run.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)}:\n{run.Out}{run.Error}");
        return [command, .. (run.Out + run.Error).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
    }

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
