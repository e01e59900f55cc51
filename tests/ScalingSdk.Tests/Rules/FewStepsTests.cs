using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class FewStepsTests
{
    private static SpecResult With(string training) => Gpt2($$""" "data": { "tokens": "10B" }, "training": {{training}}""");

    [Theory]
    [InlineData("""{ "batch_tokens": 5000000 }""", false)]
    [InlineData("""{ "batch_tokens": 5002502 }""", true)]
    [InlineData("""{ "batch_sequences": 4883 }""", true)]
    [InlineData("""{ "steps": 1900 }""", false)]
    public void Steps_BelowTwoThousand_AreASuggestion(string training, bool found)
    {
        var findings = Of("SCALE2002", With(training)).ToList();

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(Severity.Suggestion, finding.Severity));
    }

    [Theory]
    [InlineData("1M", """{ "batch_sequences": 8 }""")]
    [InlineData("1M", """{ "batch_tokens": 8192 }""")]
    public void Remedy_WhereNoBatchIsSmallEnough_IsMoreSteps(string tokens, string training)
    {
        var finding = TheFinding("SCALE2002", Gpt2($$""" "data": { "tokens": "{{tokens}}" }, "training": {{training}}"""));

        Assert.EndsWith("; train for 2,000 steps or more", finding.Message, StringComparison.Ordinal);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Remedy_IsALargestBatchThatIsEnough()
    {
        // 33.7B / 2,000 is 16.85M: rounded up it would leave 1,994 steps.
        var finding = TheFinding("SCALE2002", Gpt2(""" "data": { "tokens": "33.7B" }, "training": { "batch_tokens": "20M" }"""));

        Assert.Contains("\"batch_tokens\": \"16.8M\"", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ProposedBatch_IsNotReported() => Assert.Empty(Of("SCALE2002", Run("""{ "model": { "parameters": "0.8M" }, "data": { "tokens": "1.5M" } }""")));
}
