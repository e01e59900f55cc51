using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class BatchInWrongUnitTests
{
    private static SpecResult With(string training) => Gpt2($$""" "data": { "tokens": "10B" }, "training": {{training}}""");

    [Theory]
    [InlineData("""{ "batch_tokens": 512 }""", "\"batch_sequences\": 512")]
    [InlineData("""{ "batch_tokens": 1023 }""", "less than one sequence of 1,024 tokens")]
    [InlineData("""{ "batch_sequences": 524288 }""", "\"batch_tokens\": 524288")]
    [InlineData("""{ "batch_sequences": 65537 }""", "65,536")]
    [InlineData("""{ "batch_sequences": 524288 }""", "they are 537M tokens a step")]
    public void Batch_CountedInTheOtherUnit_IsTheOnlyFinding(string training, string says)
    {
        var finding = Assert.Single(With(training).Findings);

        Assert.Equal(("SCALE2003", Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains(says, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "batch_tokens": 1024 }""")]
    [InlineData("""{ "batch_tokens": 512, "sequence_length": 512 }""")]
    [InlineData("""{ "batch_sequences": 65536 }""")]
    public void Batch_InItsOwnUnit_IsNotReported(string training) => Assert.Empty(Of("SCALE2003", With(training)));
}
