using System.Text.RegularExpressions;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Training.Tests;

/// <summary>The code of docs/training.md, as it stands there: compiled here, and held to the page.</summary>
public sealed partial class TrainingPageTests
{
    private static string Docs => Made.FileIn("../../docs");

    [Fact]
    public void Page_ItsExamples_AreTheCodeBelow()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "training.md"));
        var code = Squeezed(File.ReadAllText(Made.FileIn("TrainingPageTests.cs")));

        var examples = Example().Matches(page).Select(static match => match.Groups["code"].Value).ToList();

        Assert.Equal(5, examples.Count);
        Assert.All(examples, example => Assert.Contains(Squeezed(example), code, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_ListsEveryEventAndInstrument()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "training.md"));

        Assert.All(RunRules.All, rule => Assert.Contains($"| [{rule.Id}](rules/{rule.Id}.md) | {rule.Severity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal));
        var source = File.ReadAllText(Made.FileIn("../../src/ScalingSdk.Training/RunInstruments.cs"));
        Assert.All(Instrument().Matches(source).Select(static match => match.Value).Distinct(), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Events_HaveAPageEach_WithTitleSeverityAndCategory() => Assert.All(RunRules.All, rule =>
    {
        var page = File.ReadAllText(Path.Combine(Docs, "rules", rule.Id + ".md"));
        Assert.StartsWith($"# {rule.Id}: {char.ToLowerInvariant(rule.Title[0])}{rule.Title[1..]}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.Severity.ToString().ToLowerInvariant()} |\n| Category | Run |", page, StringComparison.Ordinal);
    });

    internal static (BatchSchedule Schedule, long Batch, long Left, BatchStage? Next, long Wanted) Schedule(long tokensSeen)
    {
        var schedule = BatchSchedule.Critical(
            new NonEmbeddingWeights(85e6), firstBatchTokens: 65_536, largestBatchTokens: 524_288, tokens: 10_000_000_000);

        long batch = schedule.At(tokensSeen);              // the batch of the next step
        long left = schedule.StepsLeft(tokensSeen);        // steps to the planned tokens
        BatchStage? next = schedule.NextDoubling(tokensSeen);
        long wanted = schedule.AtLoss(3.2);                // what this loss calls for, whenever it is reached
        return (schedule, batch, left, next, wanted);
    }

    internal static RunMonitor Monitor(BatchSchedule schedule, long step, long tokensSeen, double loss)
    {
        var law = LawFile.Read(File.ReadAllText("my-runs.law.json")).Law!;
        var curve = new CurveOfRuns(Directory.GetFiles("runs", "*.jsonl").Select(path => RunRecord.Read(File.ReadAllText(path))));
        var forecast = RunForecast.Of(law, new ActiveParameters(124e6), new Tokens(schedule.Tokens), curve);
        var monitor = new RunMonitor(forecast);

        foreach (RunEvent found in monitor.Observe(step, tokensSeen, loss))
            Console.Error.WriteLine(found);                // warning SCALE7001: the loss '3.412' at '2.1B' tokens lies above the forecast ...
        return monitor;
    }

    internal static void Noise(double smallSquaredNorm, double bigSquaredNorm)
    {
#pragma warning disable MA0076 // The page leaves the culture to its reader.
        var noise = new GradientNoiseScale(smoothing: 100);
        noise.Add(smallBatch: 32_768, smallSquaredNorm, bigBatch: 524_288, bigSquaredNorm);
        if (noise.Against(predicted: new BatchTokens(1e6)) is { } critical)
            Console.WriteLine($"critical batch {critical.Measured.Count:e1} +- {critical.RelativeError:p0}, {critical.Ratio:0.0}x the prediction");
#pragma warning restore MA0076
    }

    internal static void Log(BatchSchedule schedule, long step, long tokensSeen, double loss, double validationLoss, long batch)
    {
        using var log = RunLog.Open("runs/a.jsonl", new RunStart { Name = "a", ActiveParameters = 124e6, PlannedTokens = schedule.Tokens });
        log.Step(new RunPoint(step, tokensSeen, loss, batch));
        log.Finish(new RunEnd(step, tokensSeen, validationLoss));
    }

    internal static void Instruments(RunForecast forecast, long tokensSeen, double loss, long batch)
    {
        using var instruments = new RunInstruments("a");
        instruments.Step(tokensSeen, batch, loss, forecast);
    }

    private static string Squeezed(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Example();

    [GeneratedRegex(@"scaling\.run\.[a-z_.]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Space();
}
