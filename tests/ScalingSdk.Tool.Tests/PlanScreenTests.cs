using System.Text.RegularExpressions;

namespace ScalingSdk.Tool.Tests;

/// <summary>A plan that is not explained fits one screen, whatever the run.</summary>
public sealed partial class PlanScreenTests
{
    private const int MostLines = 25;
    private const int MostColumns = 110;

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(110)]
    public void Plan_OfEverySample_FitsOneScreen(int width) => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.scaling.json", SearchOption.AllDirectories).Where(static path => !path.Contains("/obj/", StringComparison.Ordinal)),
        path => FitsOneScreen(width, [path, "--law", "besiroglu-2024"]));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Plan_OfEveryPublishedRun_FitsOneScreen(int width) => Assert.All(PublishedRuns().ToList(), flags => FitsOneScreen(width, flags));

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void Plan_OnANarrowScreen_BreaksNoInterval(int width) => Assert.All(
        Tool.RunOn(new Screen(width), "", "plan", "--params", "7B", "--tokens", "1T", "--gpus", "256xH100-SXM", "--price-per-hour", "2.5").Lines,
        static line => Assert.False(line.TrimEnd().EndsWith("..", StringComparison.Ordinal) || line.TrimStart().StartsWith("..", StringComparison.Ordinal), $"an interval is broken: '{line}'"));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Plan_WithMoreThanFitsAScreen_TellsWhatToChangeBeforeWhatWasAssumed(int width)
    {
        var run = Tool.RunOn(new Screen(width), "", "plan", "--params", "7B", "--unique-tokens", "1B", "--tokens", "10B", "--batch-tokens", "4M", "--gpus", "64xH100-SXM",
            "--price-per-hour", "2", "--set", "training.learning_rate=0.003", "--set", "training.schedule=constant");

        Assert.True(run.Lines.Length <= MostLines, run.Out);
        Assert.Equal(2, run.Lines.Count(static line => line.StartsWith("  help: ", StringComparison.Ordinal)));
    }

    private static void FitsOneScreen(int width, string[] arguments)
    {
        var run = Tool.RunOn(new Screen(width), "", ["plan", .. arguments]);
        Assert.True(run.Code == ExitCode.Clean, $"{string.Join(' ', arguments)}: {run.Error}");
        Assert.True(run.Lines.Length <= MostLines, $"{string.Join(' ', arguments)}: {run.Lines.Length} lines, at most {MostLines} fit a screen\n{run.Out}");
        Assert.All(run.Lines, line => Assert.True(line.Length <= Math.Min(width, MostColumns), $"{line.Length} columns: '{line}'"));
    }

    private static IEnumerable<string[]> PublishedRuns()
    {
        foreach (var row in Rows("plans", "real-plans.csv"))
        {
            string[] flags = ["--params", row["total_parameters"], "--tokens", row["tokens"]];
            if (row["unique_tokens"].Length > 0)
                flags = [.. flags, "--unique-tokens", row["unique_tokens"]];
            yield return row["active_parameters"] == row["total_parameters"] ? flags : [.. flags, "--set", $"model.active_parameters={row["active_parameters"]}"];
        }

        foreach (var row in Rows("hardware", "published-runs.csv"))
            yield return ["--params", row["parameters"], "--tokens", row["tokens"], "--gpus", (row["chips"].Length > 0 ? row["chips"] : "256") + "xA100-SXM-80GB", "--price-per-hour", "2"];
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Data", folder, name));
        var keys = lines[0].Split(',');
        foreach (var line in lines.Skip(1).Where(static line => line.Length > 0))
            yield return keys.Zip(Comma().Split(line), static (key, value) => (key, value)).ToDictionary(static pair => pair.key, static pair => pair.value, StringComparer.Ordinal);
    }

    // A comma outside quotes.
    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comma();
}
