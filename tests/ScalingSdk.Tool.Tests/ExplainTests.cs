using ScalingSdk.Laws;
using ScalingSdk.Rules;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Tests;

public sealed class ExplainTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Concat(RunRules.All).Select(static rule => rule.Id)];

    public static TheoryData<string> Laws => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Explain_Text_IsItsPageWithinTheWidthWithoutMarkdown(string id)
    {
        var run = Tool.Run("explain", id);

        Assert.StartsWith(id + ": ", run.Out, StringComparison.Ordinal);
        Assert.Contains(run.Lines, static line => line is "How to fix");
        Assert.DoesNotContain("```", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("](", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines.Where(static line => !line.StartsWith("    ", StringComparison.Ordinal)), static line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Explain_Law_IsItsPageWithoutMarkdown(string id)
    {
        var run = Tool.Run("explain", id);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains("When not to use it", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("](", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("| ", run.Out, StringComparison.Ordinal);
    }

    // What the papers say beside their laws.
    [Theory]
    [InlineData("kaplan-2020", "critical batch doubles")]
    [InlineData("kaplan-2020", "(1.3) L(C_min) =")]
    [InlineData("kaplan-2020", "5.4 times the parameters, 1.9 times the tokens")]
    [InlineData("chinchilla-2022", "MT-NLG")]
    [InlineData("chinchilla-2022", "LLaMA 33B on 1.4T tokens")]
    public void Explain_Law_SaysWhatItsPaperSays(string page, string text) =>
        Assert.Contains(text, string.Join(' ', Tool.RunOn(new Screen(120), "", "explain", page).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
