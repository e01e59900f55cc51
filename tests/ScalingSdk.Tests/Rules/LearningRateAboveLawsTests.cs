using System.Globalization;
using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class LearningRateAboveLawsTests
{
    private static SpecResult At(string parameters, string tokens, string training) =>
        Run($$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "tokens": "{{tokens}}" }, "training": {{training}} }""");

    /// <summary>Published runs: none is above eight times their middle at its size.</summary>
    [Theory]
    [InlineData("124M", "300B", "6e-4")]
    [InlineData("125M", "300B", "6e-4")]
    [InlineData("1.3B", "300B", "2e-4")]
    [InlineData("175B", "300B", "0.6e-4")]
    [InlineData("7B", "2T", "3e-4")]
    [InlineData("8B", "15T", "3e-4")]
    [InlineData("405B", "15.6T", "8e-5")]
    [InlineData("7B", "2T", "4.2e-4")]
    [InlineData("67B", "2T", "3.2e-4")]
    [InlineData("160M", "300B", "6e-4")]
    [InlineData("12B", "300B", "1.2e-4")]
    [InlineData("70B", "1.4T", "1e-4")]
    [InlineData("124M", "10B", "1e-9")]
    public void Rate_OfAPublishedRun_OrALowOne_IsNoFinding(string parameters, string tokens, string rate) =>
        Assert.Empty(Of("SCALE6001", At(parameters, tokens, $$"""{ "learning_rate": {{rate}} }""")));

    /// <summary>Small models trained well far above the middle: OpenELM 1.1B, MobileLLM 1.5B.</summary>
    [Theory]
    [InlineData("1.08B", "1.5T", "4M", "2.4e-3")]
    [InlineData("1.5B", "1T", "2M", "2e-3")]
    public void Rate_OfASmallRunThatTrainedWell_IsNoFinding(string parameters, string tokens, string batch, string rate) =>
        Assert.Empty(Of("SCALE6001", At(parameters, tokens, $$"""{ "batch_tokens": "{{batch}}", "learning_rate": {{rate}} }""")));

    [Fact]
    public void Rate_EightTimesThePublishedMiddle_IsTheLine()
    {
        var usual = At("7B", "140B", """{ "learning_rate": 1 }""").Plan!.LearningRate!.Usual.Value;
        string Rate(double factor) => $$"""{ "learning_rate": {{(factor * usual).ToString("r", CultureInfo.InvariantCulture)}} }""";

        Assert.Empty(At("7B", "140B", Rate(7.999)).Findings);
        var finding = Assert.Single(At("7B", "140B", Rate(8.001)).Findings);
        Assert.Equal(("SCALE6001", Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains("published runs", finding.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_ThatASearchFoundBestAtThisSize_IsNoFinding() => Assert.Empty(Of("SCALE6001", At("124M", "10B", """{ "learning_rate": 6e-3 }""")));

    [Fact]
    public void ChosenLaw_DoesNotMoveTheLine() => Assert.Equal(
        At("124M", "10B", "{ }").Plan!.LearningRate!.Usual,
        Run("""{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "laws": { "learning_rate": "deepseek-2024" } }""").Plan!.LearningRate!.Usual);

    [Theory]
    [InlineData("mup")]
    [InlineData("completep")]
    public void Parametrization_WithARateOfItsOwn_IsNoFindingAndHasNoProposal(string parametrization)
    {
        var result = At("2.4B", "1T", $$"""{ "learning_rate": 0.01, "parametrization": "{{parametrization}}" }""");

        Assert.Empty(Of("SCALE6001", result));
        Assert.False(result.Plan!.LearningRate!.Middle.HasValue, "a rate is proposed that is not the one of this parametrization");
    }

    [Fact]
    public void Muon_WithoutARecipe_SaysThatARecipeHasARate() => Assert.Contains(
        "a recipe of Muon has one (muon-2025, nanochat-2026)", At("124M", "10B", """{ "optimizer": "muon" }""").Plan!.LearningRate!.WhyNone, StringComparison.Ordinal);

    [Theory]
    [InlineData("adamw", 1)]
    [InlineData("adam-8bit", 1)]
    [InlineData("sgd-momentum", 0)]
    [InlineData("muon", 0)]
    public void Optimizer_OtherThanAdam_HasAnotherScale(string optimizer, int findings) =>
        Assert.Equal(findings, At("124M", "10B", $$"""{ "learning_rate": 0.1, "optimizer": "{{optimizer}}" }""").Findings.Count);
}
