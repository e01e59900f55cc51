using ScalingSdk.Rules;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Tests;

public sealed class ExplainTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Concat(RunRules.All).Select(static rule => rule.Id)];

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
}
