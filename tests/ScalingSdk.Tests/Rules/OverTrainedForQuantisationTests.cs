using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class OverTrainedForQuantisationTests
{
    private static SpecResult Served(string parameters, string tokens, string bits) => Run(
        $$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "tokens": "{{tokens}}" }, "inference": { "weight_bits": {{bits}} } }""");

    [Theory]
    [InlineData("8B", "15T", "4", 1)]
    [InlineData("8B", "15T", "3", 1)]
    [InlineData("8B", "15T", "8", 0)]
    [InlineData("8B", "15T", "4.1", 0)]
    [InlineData("70B", "1.4T", "4", 0)]
    [InlineData("405B", "15.6T", "4", 1)]
    public void Model_OverTrained_AndMeantForFourBits_IsASuggestion(string parameters, string tokens, string bits, int findings)
    {
        var found = Of("SCALE5004", Served(parameters, tokens, bits)).ToList();

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding =>
        {
            Assert.Equal(Severity.Suggestion, finding.Severity);
            Assert.Contains("experimental", finding.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Model_BelowItsOptimum_IsNotOverTrained_HoweverFewTheBits() => Assert.Empty(Of("SCALE5004", Served("405B", "4T", "2")));
}
