using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class CoarseExpertsTests
{
    [Theory]
    [InlineData(1024, 128, 4, "100B", true, "granularity 2, 3 % active")]
    [InlineData(512, 256, 8, "100B", false, "granularity 4: 10 % more compute")]
    [InlineData(256, 512, 16, "100B", false, "granularity 8")]
    [InlineData(128, 1024, 32, "100B", false, "granularity 16, finer than the best")]
    [InlineData(1152, 128, 4, "100B", false, "granularity 1.8, coarser than the law's runs")]
    [InlineData(1024, 8, 4, "100B", false, "half of the experts active: granularity hardly matters")]
    [InlineData(1024, 1024, 4, "100B", false, "0.4 % active, below the law's runs")]
    [InlineData(1024, 128, 4, "1000T", false, "a leverage above 6, which was not fitted")]
    public void Experts_FarFromTheBestGranularity_AreASuggestion(int width, int experts, int active, string tokens, bool found, string why)
    {
        var remarks = RuleCatalog.Check(Planner.Plan(Run(Spec(width, experts, active, tokens)).Spec!)).Where(static remark => remark.Rule.Id is "SCALE3004").ToList();

        Assert.True(found == remarks.Count > 0, why);
        Assert.All(remarks, static remark => Assert.Equal(Severity.Suggestion, remark.Severity));
    }

    [Fact]
    public void Remedy_OfCoarseExperts_KeepsTheirParametersAndEndsTheFinding()
    {
        var plan = Planner.Plan(Run(Spec(1024, 128, 4, "100B")).Spec!);
        var help = RuleCatalog.Check(plan).Single(static remark => remark.Rule.Id is "SCALE3004").Help.Single();
        var finer = Planner.Plan(Run(Spec(256, 512, 16, "100B")).Spec!);

        Assert.Equal("split each expert in 4: 512 experts 256 wide, 16 of them used", help.Text);
        Assert.InRange(finer.Size.Counts.Total.Count / plan.Size.Counts.Total.Count, 1, 1.01);
        Assert.DoesNotContain(RuleCatalog.Check(finer), static remark => remark.Rule.Id is "SCALE3004");
    }

    private static string Spec(int width, int experts, int active, string tokens) => FormattableString.Invariant($$"""
        { "model": { "architecture": "qwen3_moe", "layers": 24, "hidden_size": 1024, "attention_heads": 16, "key_value_heads": 4, "head_size": 64,
                     "intermediate_size": 4096, "moe_intermediate_size": {{width}}, "experts": {{experts}}, "active_experts": {{active}},
                     "vocabulary_size": 32000, "context_length": 4096 },
          "data": { "tokens": "{{tokens}}" } }
        """);
}
