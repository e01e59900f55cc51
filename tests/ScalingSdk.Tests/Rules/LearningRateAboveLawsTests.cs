using System.Globalization;
using ScalingSdk.Diagnostics;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class LearningRateAboveLawsTests
{
    private static SpecResult At(string parameters, string tokens, string training) =>
        Run($$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "tokens": "{{tokens}}" }, "training": {{training}} }""");

    /// <summary>Published runs: none is above three times the larger law, most are far below both.</summary>
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

    [Fact]
    public void Rate_ThreeTimesTheLargerLaw_IsTheLine()
    {
        var larger = At("124M", "10B", """{ "learning_rate": 1 }""").Plan!.LearningRate!.Larger!;
        string Rate(double factor) => $$"""{ "learning_rate": {{(factor * larger.Rate).ToString("r", CultureInfo.InvariantCulture)}} }""";

        Assert.Empty(At("124M", "10B", Rate(2.999)).Findings);
        var finding = Assert.Single(At("124M", "10B", Rate(3.001)).Findings);
        Assert.Equal(("SCALE6001", Severity.Warning), (finding.Rule.Id, finding.Severity));
        Assert.Contains(larger.Law, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("124M", "10B", "step-law-2025")]
    [InlineData("400B", "20T", "deepseek-2024")]
    public void Larger_IsOneOfBothLaws(string parameters, string tokens, string law) =>
        Assert.Equal(law, At(parameters, tokens, "{ }").Plan!.LearningRate!.Larger!.Law);

    [Fact]
    public void ChosenLaw_DoesNotMoveTheLine() => Assert.Equal(
        At("124M", "10B", "{ }").Plan!.LearningRate!.Larger,
        Run("""{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "laws": { "learning_rate": "deepseek-2024" } }""").Plan!.LearningRate!.Larger);

    [Theory]
    [InlineData("adamw", 1)]
    [InlineData("adam-8bit", 1)]
    [InlineData("sgd-momentum", 0)]
    [InlineData("muon", 0)]
    public void Optimizer_OtherThanAdam_HasAnotherScale(string optimizer, int findings) =>
        Assert.Equal(findings, At("124M", "10B", $$"""{ "learning_rate": 0.1, "optimizer": "{{optimizer}}" }""").Findings.Count);
}
