using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Rules;

/// <summary>A sentence with the number of a law outside its range says so, in generated specs and in published runs.</summary>
public sealed class RangeInSentencesTests
{
    public static TheoryData<string> Runs => PublishedRunsTests.Names;

    [Fact]
    public void Sentences_OfGeneratedSpecs_SayWhereALawIsExtrapolated()
    {
        var outside = 0;
        foreach (var spec in GeneratedSpecs.Of(20260504))
            outside += Check(SpecPipeline.Run("a.scaling.json", spec, static _ => null), spec);
        Assert.True(outside > GeneratedSpecs.Count / 2, FormattableString.Invariant($"{outside} sentences of {GeneratedSpecs.Count} specs have a number outside its range: the test looks for too few"));
    }

    [Theory, MemberData(nameof(Runs))]
    public void Sentences_OfAPublishedRun_SayWhereALawIsExtrapolated(string name) =>
        Check(PublishedRun.All.Single(run => run.Name == name).Result, name);

    [Theory]
    [InlineData("SCALE1001", """{ "model": { "parameters": "175B" }, "data": { "tokens": "300B", "unique_tokens": "180B" } }""")]
    [InlineData("SCALE1002", """{ "model": { "parameters": "405B" }, "data": { "tokens": "3T", "unique_tokens": "2.9T" } }""")]
    [InlineData("SCALE1004", """{ "model": { "parameters": "30B" }, "data": { "tokens": "1B", "unique_tokens": "10M" } }""")]
    [InlineData("SCALE1006", """{ "model": { "parameters": "540B" }, "data": { "tokens": "780B" } }""")]
    [InlineData("SCALE2001", """{ "model": { "parameters": "70B" }, "data": { "tokens": "2T" }, "training": { "batch_tokens": "64M" } }""")]
    [InlineData("SCALE2001", """{ "model": { "parameters": "67B", "active_parameters": "2B" }, "data": { "tokens": "2T" }, "training": { "batch_tokens": "67M" } }""")]
    public void Headline_WithAnExtrapolatedThreshold_SaysSo(string rule, string spec)
    {
        var finding = Assert.Single(SpecPipeline.Run("a.scaling.json", spec, static _ => null).Findings, finding => finding.Rule.Id == rule);
        Assert.Contains("extrapolated", finding.Headline, StringComparison.Ordinal);
    }

    // Every number that a law gave outside its range, as sentences print it, with the law's id.
    private static int Check(SpecResult result, string spec)
    {
        if (result.Plan is not { } plan)
            return 0;
        // A short number stands for many things ("approach 3"), and one that the same law gives inside its range too for that.
        var numbers = Numbers(plan, inside: false).Where(static one => one.Number.Length >= 3).Except(Numbers(plan, inside: true)).ToArray();
        var found = 0;
        // Where laws disagree, each is followed by its own range.
        foreach (var sentence in result.Findings.SelectMany(Sentences).Concat(PlanNotes.Of(plan)))
        {
            foreach (var (law, number) in numbers)
            {
                if (!sentence.Contains(law, StringComparison.Ordinal) || !sentence.Split(' ', '(', ')', ',', ';').Contains(number, StringComparer.Ordinal))
                    continue;
                found++;
                Assert.True(sentence.Contains("extrapolate", StringComparison.Ordinal) || sentence.StartsWith("laws disagree", StringComparison.Ordinal), $"{number} of {law} is extrapolated, and the sentence does not say so: '{sentence}' of {spec}");
            }
        }

        foreach (var improvement in result.Findings.SelectMany(static finding => finding.Help.OfType<Improvement>()))
        {
            var law = improvement.Effect?.Contains(Muennighoff2023.Law.Info.Id, StringComparison.Ordinal) == true ? Muennighoff2023.Law.Info : plan.Spec.Laws.Allocation.Info;
            if (law.Range.OfRun(plan.Size.Counts.Active.Count, plan.Data!.EffectiveTokens.Count).Inside)
                continue;
            found++;
            Assert.True(improvement.Effect is null || improvement.Effect.Contains("extrapolated", StringComparison.Ordinal), $"'{improvement.Sentence}' does not say that {law.Id} is extrapolated, of {spec}");
        }

        return found;
    }

    private static IEnumerable<(string Law, string Number)> Numbers(TrainingPlan plan, bool inside)
    {
        foreach (var figure in plan.Figures.Where(figure => figure is { Law: not null, Outside: { } outside } && outside.Inside == inside))
        {
            yield return (figure.Law!, NumberText.Compact(figure.Value));
            if (figure.Value < 1)
                yield return (figure.Law!, NumberText.Percent(figure.Value).Split(' ')[0]);
        }

        if (plan.Data is { Epochs: > 1, UniqueAssumed: false } data && data.Turn.Outside.Inside == inside)
            yield return ("epochs-turn", NumberText.Compact(Math.Max(1, data.Turn.Most)));
    }

    private static IEnumerable<string> Sentences(Finding finding) =>
        [finding.Headline, .. finding.Because, .. finding.Help.Select(static help => help.Sentence)];
}
