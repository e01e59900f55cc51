using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class BatchBeyondCriticalTests
{
    // At 300B tokens the critical batch is 1.57M by kaplan-2020 and 20.5M by zhang-2024.
    [Theory]
    [InlineData("3.1M", false)]
    [InlineData("3.2M", true)]
    public void Batch_BeyondTwiceKaplans_IsASuggestion(string batch, bool found)
    {
        var findings = Of("SCALE2001", Gpt2($$""" "data": { "tokens": "300B" }, "training": { "batch_tokens": "{{batch}}" }""")).ToList();

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, finding => Assert.Equal(Severity.Suggestion, finding.Severity));
    }

    // Twice the 16.8M that were measured at 1B and 7B parameters, not twice Kaplan's 7.62M.
    [Theory]
    [InlineData("1T", "16M", false)]
    [InlineData("2T", "33M", false)]
    [InlineData("1T", "34M", true)]
    public void Batch_AtASizeThatWasMeasured_IsHeldToWhatWasMeasured(string tokens, string batch, bool found)
    {
        var findings = Of("SCALE2001", Run($$"""{ "model": { "parameters": "7B" }, "data": { "tokens": "{{tokens}}" }, "training": { "batch_tokens": "{{batch}}" } }""")).ToList();

        Assert.Equal(found, findings.Count == 1);
        Assert.All(findings, static finding => Assert.Contains("critical batch of 16.8M (merrill-2025)", finding.Headline, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("124M", "10B", "0.5M")]
    [InlineData("280B", "300B", "6M")]
    [InlineData("405B", "15.6T", "16M")]
    [InlineData("671B", "14.8T", "63M")]
    [InlineData("175B", "300B", "3.2M")]
    [InlineData("124M", "10B", "4096")]
    public void Batch_OfAPublishedRun_OrASmallOne_IsNoFinding(string parameters, string tokens, string batch) => Assert.Empty(Of("SCALE2001", Run(
        $$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "tokens": "{{tokens}}" }, "training": { "batch_tokens": "{{batch}}" } }""")));

    [Fact]
    public void Batch_InTokens_IsReportedOnThem()
    {
        const string Text = $$"""{ "model": {{PaddedGpt2}}, "data": { "tokens": "300B" }, "training": { "batch_tokens": "42M", "sequence_length": 512 } }""";

        var finding = TheFinding("SCALE2001", Run(Text));

        Assert.Equal("\"42M\"", Underlined(Text, finding));
        Assert.Contains("1.57M by kaplan-2020, extrapolated by 13x in D, and 20.5M by zhang-2024, extrapolated by 12x in D", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_UnderMuon_IsNotJudgedByTheCriticalBatchOfAdamW() => Assert.DoesNotContain(
        Run($$"""{ "model": {{PaddedGpt2}}, "data": { "tokens": "300B" }, "training": { "batch_tokens": "42M", "sequence_length": 512, "optimizer": "muon" } }""").Findings,
        static finding => finding.Rule.Id is "SCALE2001");

    [Fact]
    public void Batch_InSequences_IsReportedOnThem()
    {
        const string Text = $$"""{ "model": {{PaddedGpt2}}, "data": { "tokens": "300B" }, "training": { "batch_sequences": 60000 } }""";

        var finding = TheFinding("SCALE2001", Run(Text));

        Assert.Equal("60000", Underlined(Text, finding));
        Assert.Contains("write \"batch_sequences\": 1528 or less", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ProposedBatch_IsNeverReported() => Assert.Empty(Gpt2(""" "data": { "tokens": "300B" }""").Findings);
}
