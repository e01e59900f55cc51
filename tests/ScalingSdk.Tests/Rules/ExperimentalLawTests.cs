using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

public sealed class ExperimentalLawTests
{
    [Fact]
    public void Law_MarkedExperimental_IsASuggestionWhereItIsNamed()
    {
        var spec = Gpt2(""" "data": { "tokens": "10B" }, "laws": { "batch": "step-law-2025" }""").Spec!;
        var named = spec.Laws.Stated.Single() with { Law = Krajewski2024.Law };

        var found = Assert.Single(RuleCatalog.Check(Planner.Plan(spec with { Laws = spec.Laws with { Stated = [named] } })));

        Assert.Equal(("SCALE5005", Severity.Suggestion, named.Span), (found.Rule.Id, found.Severity, found.Span));
        Assert.StartsWith("'krajewski-2024' is experimental: ", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoLaw_ThatASpecCanName_IsExperimental() =>
        Assert.DoesNotContain(
            LawRegistry.All.Where(static law => law is IAllocationLaw or IOverfittingLaw or IRepeatedDataLaw or IBatchLaw or ILearningRateLaw),
            static law => law.Info.Experimental);
}
