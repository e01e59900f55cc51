using System.Text.RegularExpressions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

/// <summary>The code of docs/library.md and of the README, as it stands there: compiled here, where nothing internal of the library is seen.</summary>
public sealed partial class LibraryPageTests
{
    public static TheoryData<string> Pages => ["../../docs/library.md", "../../README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_ItsExamples_AreTheCodeBelow(string page)
    {
        var code = Squeezed(File.ReadAllText(Made.FileIn("LibraryPageTests.cs")));

        var examples = Example().Matches(File.ReadAllText(Made.FileIn(page))).Select(static match => match.Groups["code"].Value)
            .Where(static example => !example.Contains("Budget", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.True(
            code.Contains(Squeezed(example), StringComparison.Ordinal), $"{Path.GetFileName(page)} has code that nothing compiles: copy it into a method of LibraryPageTests.cs\n{example}"));
    }

    [Fact]
    public void Readme_ShowsTheLibraryInEightLines()
    {
        var example = Assert.Single(
            Example().Matches(File.ReadAllText(Made.FileIn("../../README.md"))).Select(static match => match.Groups["code"].Value.TrimEnd('\n')),
            static example => example.Contains("ScalingPlan.Create", StringComparison.Ordinal));

        Assert.Equal(8, example.Split('\n').Length);
    }

    [Fact]
    public void Sample_ItsLoop_IsThatOfThePage()
    {
        var sample = Squeezed(File.ReadAllText(Made.FileIn("../../samples/Library/Program.cs")));
        var loop = Assert.Single(
            Example().Matches(File.ReadAllText(Made.FileIn("../../docs/library.md"))).Select(static match => match.Groups["code"].Value),
            static example => example.Contains("for (var i", StringComparison.Ordinal));

        Assert.True(sample.Contains(Squeezed(loop), StringComparison.Ordinal), "samples/Library/Program.cs and docs/library.md plan the same 1,000 runs: copy the loop of one into the other");
    }

    internal static void Plan()
    {
        var plan = ScalingPlan.Create(new()
        {
            Model = Model.Llama(layers: 32, hiddenSize: 4096, attentionHeads: 32, intermediateSize: 11008, vocabularySize: 32000),
            Tokens = 1e12,
            UniqueTokens = 2e11,
            Accelerator = "H100-SXM",
            Devices = 256,
        });
        Console.WriteLine(plan.Summary);
        foreach (var finding in plan.Findings)
            Console.WriteLine($"{finding.Rule.Id}: {finding.Message}");
        Numbers(plan);
        Findings(plan);
    }

    private static void Numbers(ScalingPlan plan)
    {
        if (plan.Details.Find(LossFigures.PredictedLoss) is { } loss)
            Console.WriteLine($"{loss.Title}: {loss.Number} {loss.Unit} by {loss.Source}, {loss.Formula}");
        foreach (var figure in plan.Details.Figures)
            Console.WriteLine($"{figure.Key} = {figure.Number}");
    }

    private static void Findings(ScalingPlan plan)
    {
        foreach (var finding in plan.Findings.Where(finding => finding.Severity >= Severity.Warning))
        {
            Console.WriteLine($"{finding.Rule.Id} {finding.Origin.Name}: {finding.Headline}");
            foreach (var reason in finding.Because)
                Console.WriteLine($"  because {reason}");
            foreach (var help in finding.Help)
                Console.WriteLine($"  {(help is Remedy ? "remedy" : "improvement")} {help.Sentence}");
        }
    }

    internal static void Contradiction()
    {
        try
        {
            ScalingPlan.Create(new() { Model = Model.OfSize(7e9), Tokens = 1e12, UniqueTokens = 1e11, Epochs = 3 });
        }
        catch (ScalingPlanException contradiction)
        {
            Console.WriteLine(contradiction.Findings[0].Headline);
        }
    }

#pragma warning disable MA0076 // The page leaves the culture to its reader.
    internal static void Many()
    {
        for (var i = 0; i < 10; i++)
        {
            var flops = 1e19 * Math.Pow(10, i / 3.0);
            var best = Enumerable.Range(0, 100)
                .Select(j => flops / (6 * Math.Pow(10, 7 + (j / 25.0))))
                .Select(tokens => ScalingPlan.Create(new() { Model = Model.OfSize(flops / (6 * tokens)), Tokens = tokens }))
                .MinBy(run => run.Details.Find(LossFigures.PredictedLoss)?.Value ?? double.PositiveInfinity)!;
            Console.WriteLine($"{flops,12:0.0e0} {best.Parameters,16:0.00e0} {best.Tokens,12:0.00e0} {best.Details.Find(LossFigures.PredictedLoss)?.Number,16}");
        }
    }

    internal static void Law()
    {
        var answer = Besiroglu2024.Law.Allocate(new TrainingFlops(1e21));
        if (answer.HasValue)
            Console.WriteLine($"{answer.Value.Parameters} parameters, {answer.Value.Tokens.Count} tokens; {answer.Outside}");
        else
            Console.WriteLine(answer.WhyNone);
    }
#pragma warning restore MA0076

    internal static async Task Read(CancellationToken cancellation)
    {
        var read = await ScalingPlan.LoadAsync("Gpt2Small.scaling.json", cancellation);
        Console.WriteLine(read.Summary);
    }

    private static string Squeezed(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Example();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Space();
}
