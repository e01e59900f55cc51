using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class BeyondRoutingCutoffTests
{
    [Theory]
    [InlineData(9.36e11, 2e12, 0)]
    [InlineData(9.38e11, 2e12, 1)]
    [InlineData(2e12, 2e12, 0)]
    public void Experts_InAModelBeyondTheCutoff_AreASuggestion(double active, double total, int findings)
    {
        var spec = Run("""{ "model": { "parameters": "2T" }, "data": { "tokens": "100T" } }""").Spec!;
        spec = spec with { Size = spec.Size! with { Active = new(active), Total = new(total) } };

        var found = RuleCatalog.Check(Planner.Plan(spec)).ToList();

        Assert.Equal(findings, found.Count);
        Assert.All(found, remark => Assert.Equal(("SCALE5003", Severity.Suggestion), (remark.Rule.Id, remark.Severity)));
    }
}
