using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Specs;

/// <summary>Help is in the words of where the value stands: a key of a file, an option of a terminal, a member of C#.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("SCALE2001", "write --batch-tokens 1.75M or less")]
    [InlineData("SCALE2005", "decay over the last 10 to 20 % of the steps: write --set training.schedule=wsd")]
    [InlineData("SCALE6001", "write 7.25e-4, or search for the rate with short runs")]
    public void Help_OfOptions_SaysWhatToTypeAtATerminal(string rule, string text)
    {
        var help = OfOptions().Single(finding => finding.Rule.Id == rule).Help;

        Assert.Equal(text, help[0].Text);
        Assert.All(help, static one => Assert.DoesNotContain('"', one.Typed));
    }

    [Fact]
    public void Help_OfOptions_TypesEveryEdit() => Assert.Equal(
        ["--batch-tokens 1.75M", "--set training.learning_rate=7.25e-4", "--set training.schedule=wsd"],
        OfOptions().Where(static finding => finding.Rule.Id is "SCALE2001" or "SCALE2005" or "SCALE6001").Select(static finding => finding.Help[0].Typed).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(4e6, "SCALE2001", "write 'BatchTokens = 1_750_000' or less")]
    [InlineData(5e6, "SCALE2001", "write 'BatchTokens = 1_750_000' or less")]
    [InlineData(6e6, "SCALE2002", "write 'BatchTokens = 5_000_000' or less")]
    public void Help_OfCode_NamesTheMemberAndWritesTheNumberOut(double batch, string rule, string text) => Assert.Equal(
        text,
        ScalingPlan.Create(new() { Model = Model.OfSize(160e6), Tokens = 10e9, BatchTokens = batch }).Findings.Single(finding => finding.Rule.Id == rule).Help[0].Text);

    [Fact]
    public void Help_OfCodeThatStatesNoSuchMember_NamesTheKeyAsAMember() => Assert.Contains(
        "'Start = \"pretrained\"'",
        ScalingPlan.Create(new() { Model = Model.OfSize(7e9), Tokens = 10e6, UniqueTokens = 3e6 }).Findings[0].Help[0].Typed, StringComparison.Ordinal);

    [Theory]
    [InlineData("state \"schedule\" too", "state --set training.schedule too")]
    [InlineData("state \"epochs\" too", "state --epochs too")]
    public void Text_OfOptionsThatNamesAKey_NamesItsOption(string text, string typed) =>
        Assert.Equal(typed, new TypedText(SpecTree.Empty(Origin.Option("")), OriginKind.Option).In(Remedy.Advice(text)).Text);

    [Fact]
    public void Help_OfAFile_IsJson() => Assert.Equal(
        "write \"batch_tokens\": \"1.75M\" or less",
        SpecFixture.TheFinding("SCALE2001", SpecFixture.Run("""{ "model": { "parameters": "160M" }, "data": { "tokens": "10B" }, "training": { "batch_tokens": "4M" } }""")).Help[0].Text);

    [Fact]
    public void Help_OfALimitWithoutDevices_SaysHowToStateThemThere() => Assert.Equal(
        "add --gpus 8xH100-SXM",
        Assert.Single(Run(Options(("model", "parameters", "1B", "--params"), ("data", "tokens", "20B", "--tokens"), ("limits", "time", "3d", "--set"))), static finding => finding.Rule.Id == "SCALE4002").Help[0].Text);

    private static IReadOnlyList<Finding> OfOptions() => Run(Options(
        ("model", "parameters", "160M", "--params"), ("data", "tokens", "10B", "--tokens"), ("training", "batch_tokens", "4M", "--batch-tokens"),
        ("training", "learning_rate", "0.1", "--set"), ("training", "schedule", "constant", "--set")));

    private static SpecTree Options(params (string Section, string Key, string Value, string Option)[] stated) => stated.Aggregate(
        SpecTree.Empty(Origin.Option("")), static (tree, one) => tree.With(one.Section, one.Key, new JsonString(Origin.Option(one.Option), one.Value)));

    private static IReadOnlyList<Finding> Run(SpecTree tree) => SpecPipeline.Run("plan.scaling.json", tree, static _ => null, withRules: true, default).Findings;
}
