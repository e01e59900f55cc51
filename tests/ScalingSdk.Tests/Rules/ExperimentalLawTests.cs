using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class ExperimentalLawTests
{
    private static SpecResult Served(string parameters, string tokens, string bits) => Run(
        $$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "tokens": "{{tokens}}" }, "inference": { "weight_bits": {{bits}} } }""");

    [Theory]
    [InlineData("70B", "1.4T", "4")]
    [InlineData("405B", "4T", "2")]
    public void FourBits_HarmlessByTheExperimentalLawAlone_IsASuggestionWhereTheyAreAsked(string parameters, string tokens, string bits)
    {
        var result = Served(parameters, tokens, bits);

        var found = Assert.Single(Of("SCALE5005", result));
        Assert.Equal((Severity.Suggestion, result.Spec!.Inference.WeightBits!.Origin.Span), (found.Severity, found.Span));
        Assert.Contains("the law is experimental, ", found.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70B", "1.4T", "8")]
    [InlineData("70B", "1.4T", "4.1")]
    public void MoreThanFourBits_NothingIsSaid(string parameters, string tokens, string bits) =>
        Assert.Empty(Of("SCALE5005", Served(parameters, tokens, bits)));

    [Fact]
    public void MuchLostByRounding_IsSaidByTheOtherRule() => Assert.Empty(Of("SCALE5005", Served("8B", "15T", "4")));

    [Fact]
    public void NoLaw_ThatASpecCanName_IsExperimental() =>
        Assert.DoesNotContain(
            LawRegistry.All.Where(static law => law is IAllocationLaw or Kaplan2020 or Muennighoff2023 or IBatchLaw or ILearningRateLaw),
            static law => law.Info.Experimental);
}
