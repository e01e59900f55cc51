using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScalingSdk.Tool.Tests;

/// <summary>The commands of docs/fitting.md, one for each trainer, on logs as that trainer writes them.</summary>
public sealed partial class FittingPageTests(FittingPageTests.Logs logs) : IClassFixture<FittingPageTests.Logs>
{
    public static TheoryData<string> Commands => [.. Command().Matches(File.ReadAllText(Repository.Document("fitting.md"))).Select(static match => match.Groups[1].Value)];

    [Theory, MemberData(nameof(Commands))]
    public void Fit_LogsOfATrainer_AnswersWithTheBestSize(string command)
    {
        string[] words = command.Split(' ');
        words[2] = Path.Combine(logs.Folder.Path, words[2]);

        var run = Tool.Run([.. words[1..], "--resamples", "100", "--at", "1e20", "--format", "json"]);

        Assert.True(run.Code == ExitCode.Clean, $"'{command}' fails: {run.Error}{run.Out}");
        var answer = JsonDocument.Parse(run.Out).RootElement.GetProperty("answer")[0];
        Assert.InRange(answer.GetProperty("parameters").GetProperty("value").GetDouble(), 5e8, 1.5e9);
    }

    [Fact]
    public void Commands_OfThePage_AreThoseOfTwentyOneTrainers() => Assert.Equal(21, Commands.Count);

    /// <summary>The logs of every trainer, written once.</summary>
    public sealed class Logs : IDisposable
    {
        public Logs() => TrainerLogs.Write(Folder);

        internal Folder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(scaling fit [^`]+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Command();
}
