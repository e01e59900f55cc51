using System.Globalization;
using System.Text.RegularExpressions;
using ScalingSdk.Tool.LawValues;
using ScalingSdk.Tool.Plans;

namespace ScalingSdk.Tool.Tests;

/// <summary>Words and cells that appear under a condition: with it, and without it.</summary>
public sealed class PrintedWordsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 1.8362 + (212.08 20^0.1364 + 366.36 20^-0.1364) (1.2e20)^-0.1364 = 2.863; (366.36/212.08)^(1/0.2728) = 7.42.
    [Fact]
    public void Laws_NumbersAsMarkdown_HaveARowForEachEquation()
    {
        var rows = Tool.Run("laws", "gadre-2024", "--params", "1B", "--tokens", "20B", "-f", "markdown").Lines.Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Contains("| L = 2.863 nats per token | inside the observed range |", rows[0], StringComparison.Ordinal);
        Assert.Contains("| M\\_opt = 7.42 tokens per parameter |", rows[1], StringComparison.Ordinal);
    }

    // A GPT-2 at 8,192 tokens takes 1.53 times its 6 N D: the time of a size alone, which has no attention, stands beside nothing.
    [Theory]
    [InlineData(8192, false)]
    [InlineData(1024, true)]
    public void Plan_OfLongSequences_HasNoTimeOfTheBestSize(int length, bool both)
    {
        var spec = _folder.Write("long.scaling.json",
            $$"""
            { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50304, "context_length": {{length.ToString(CultureInfo.InvariantCulture)}} },
              "data": { "tokens": "20B" }, "training": { "sequence_length": {{length.ToString(CultureInfo.InvariantCulture)}} }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }
            """);

        var time = Tool.RunOn(new Screen(Width: 120), "", "plan", spec).Lines.Single(static line => line.StartsWith("  time ", StringComparison.Ordinal));

        Assert.Equal(both ? 2 : 1, Regex.Count(time, " (seconds|minutes|hours|days)"));
    }

    [Theory]
    [InlineData("""{ "budget": { "flops": "1e21" } }""", false)]
    [InlineData("""{ "model": { "parameters": "1B" }, "data": { "unique_tokens": "5B" }, "budget": { "flops": "1e20" } }""", true)]
    public void Proposed_Tokens_AreInEpochsWhereTheyRepeat(string spec, bool repeat)
    {
        var proposed = PlanWords.Proposed(SpecPipeline.Run("a.scaling.json", spec, static _ => null).Plan!)!;

        Assert.Contains(" tokens", proposed, StringComparison.Ordinal);
        Assert.Equal(repeat, proposed.Contains(" epochs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("6 N", 12)]
    [InlineData("6 N + 1", 13)]
    public void PrintedFormula_ReadToItsEnd_IsItsValue(string text, double value) =>
        Assert.Equal(value, PrintedFormula.Evaluate(text, new Dictionary<string, double>(StringComparer.Ordinal) { ["N"] = 2 }));

    [Theory]
    [InlineData("6 N)")]
    [InlineData("6 N ]")]
    public void PrintedFormula_WithMoreBehindIt_IsNoFormula(string text) =>
        Assert.Throws<FormatException>(() => PrintedFormula.Evaluate(text, new Dictionary<string, double>(StringComparer.Ordinal) { ["N"] = 2 }));
}
