using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Rules;

namespace ScalingSdk.Tests.Rules;

/// <summary>Advice closes, for generated specs: 1,000 here, as many as SCALING_GENERATED_SPECS says in a long run.</summary>
public sealed class AdviceTests
{
    private static int Specs => GeneratedSpecs.Count;

    [Fact]
    public void Remedy_Typed_EndsItsFindingAndRaisesNoOtherWarning() => ForEach((spec, before) =>
    {
        foreach (var (finding, remedy) in before.SelectMany(static finding => finding.Help.OfType<Remedy>().Where(static help => help.Edits.Count > 0).Select(help => (finding, help))))
        {
            var after = FindingsOf(SpecEditor.Apply(spec, remedy.Edits)!);
            Assert.False(after.Exists(one => one.Rule == finding.Rule), $"'{remedy.Typed}' does not end {finding.Rule.Id} of {spec}");
            Assert.False(HasNewWarning(before, after), $"'{remedy.Typed}' raises another warning than {finding.Rule.Id} in {spec}");
        }
    });

    [Fact]
    public void Improvement_Typed_LowersTheLossOrTheCompute() => ForEach((spec, before) =>
    {
        foreach (var improvement in before.SelectMany(static finding => finding.Help.OfType<Improvement>()).Where(static help => help.Edits.Count > 0))
        {
            var (now, then) = (PlanOf(spec), PlanOf(SpecEditor.Apply(spec, improvement.Edits)!));
            Assert.True(then.Compute!.SixND.Flops <= 1.0001 * now.Compute!.SixND.Flops, $"'{improvement.Text}' takes more compute than {spec}");
            if (improvement.Effect!.Contains("falls by", StringComparison.Ordinal))
                Assert.True(Loss(then, improvement) < (improvement.Effect.Contains("below the lowest", StringComparison.Ordinal) ? LimitedData.LowestLoss(now) : Loss(now, improvement)), $"'{improvement.Text}' does not lower the loss of {spec}");
        }
    });

    [Fact]
    public void Headline_HasAtMost140Characters() => ForEach(static (spec, before) => Assert.All(before, finding =>
        Assert.True(finding.Headline.Length <= 140, $"{finding.Headline.Length} characters of {finding.Rule.Id} in {spec}: {finding.Headline}")));

    [Fact]
    public void ComputeOptimalPair_Typed_GetsNoWarning()
    {
        for (var exponent = 16.0; exponent <= 26; exponent += 0.125)
        {
            var best = Besiroglu2024.Law.Allocate(new TrainingFlops(Math.Pow(10, exponent))).Value;
            var spec = FormattableString.Invariant($$"""{ "model": { "parameters": {{best.Parameters:0}} }, "data": { "tokens": {{best.Tokens.Count:0}} } }""");
            Assert.DoesNotContain(FindingsOf(spec), static finding => finding.Severity >= Severity.Warning);
        }
    }

    [Fact]
    public void Proposal_GetsNoWarning()
    {
        for (var exponent = 16.0; exponent <= 26; exponent += 0.125)
        {
            var spec = FormattableString.Invariant($$"""{ "budget": { "flops": {{Math.Pow(10, exponent):E6}} } }""");
            Assert.DoesNotContain(FindingsOf(spec), static finding => finding.Severity >= Severity.Warning);
        }
    }

    /// <summary>What is left to the planner gets no warning, unless size and unique tokens conflict: then both are named and no tokens proposed.</summary>
    [Fact]
    public void SizeAndUniqueTokens_LeaveNoWarningOrNameTheirConflict()
    {
        var random = new Random(20260502);
        for (var i = 0; i < Specs; i++)
        {
            var spec = FormattableString.Invariant($$"""{ "model": { "parameters": {{Between(random, 1e7, 1e12):0}} }, "data": { "unique_tokens": {{Between(random, 1e8, 2e13):0}} } }""");
            var result = SpecPipeline.Run("a.scaling.json", spec, static _ => null);
            var warned = result.Findings.Any(static finding => finding.Severity >= Severity.Warning);
            Assert.True(warned == result.Plan!.Conflict is not null, $"the plan warns about its own tokens, or hides a conflict: {spec}");
            Assert.True(result.Plan.Run is null == result.Plan.Conflict is not null, $"tokens are proposed beside a conflict, or none without one: {spec}");
            HoldsTyped(result.Plan, result.Findings, spec);
        }
    }

    /// <summary>What the plan proposes beside stated epochs: the unique tokens too.</summary>
    [Fact]
    public void ProposalAtStatedEpochs_Typed_GetsNoWarningThatWasNotNamed()
    {
        var random = new Random(20260504);
        for (var i = 0; i < Specs / 4; i++)
        {
            var epochs = Between(random, 1, 20);
            var count = random.Next(3) switch
            {
                0 => FormattableString.Invariant($$""" "model": { "parameters": {{Between(random, 1e7, 1e12):0}} },"""),
                1 => FormattableString.Invariant($$""" "budget": { "flops": {{Between(random, 1e17, 1e26):E6}} },"""),
                _ => FormattableString.Invariant($$""" "budget": { "target_loss": {{Between(random, 1.9, 4):R}} },"""),
            };
            var spec = FormattableString.Invariant($$"""{{{count}} "data": { "epochs": {{epochs:R}} } }""");
            var result = SpecPipeline.Run("a.scaling.json", spec, static _ => null);
            HoldsTyped(result.Plan!, result.Findings, spec);
        }
    }

    /// <summary>A loss and unique tokens: the plan's own prediction is that loss, or the two are named.</summary>
    [Fact]
    public void LossAndUniqueTokens_AreReachedOrNamed()
    {
        var random = new Random(20260505);
        for (var i = 0; i < Specs / 4; i++)
        {
            var loss = Between(random, 1.9, 4);
            var size = random.Next(2) == 0 ? FormattableString.Invariant($$""" "model": { "parameters": {{Between(random, 1e9, 1e11):0}} },""") : "";
            var spec = FormattableString.Invariant($$"""{{{size}} "data": { "unique_tokens": {{Between(random, 1e8, 2e13):0}} }, "budget": { "target_loss": {{loss:R}} } }""");
            var result = SpecPipeline.Run("a.scaling.json", spec, static _ => null);
            if (result.Plan is not { } plan)
                continue;
            var reached = plan.Loss is { Loss: { HasValue: true, Value.NatsPerToken: var predicted } } && Math.Abs(predicted - loss) < 1e-3;
            Assert.True(reached || result.Findings.Any(static finding => finding.Severity >= Severity.Warning), $"the plan misses its target in silence: {spec}");
            HoldsTyped(plan, result.Findings, spec);
        }
    }

    [Fact]
    public void ComputeAndUniqueTokens_LeaveNoWarning()
    {
        var random = new Random(20260503);
        for (var i = 0; i < Specs / 4; i++)
        {
            var spec = FormattableString.Invariant($$"""{ "data": { "unique_tokens": {{Between(random, 1e8, 2e13):0}} }, "budget": { "flops": {{Between(random, 1e17, 1e26):E6}} } }""");
            var result = SpecPipeline.Run("a.scaling.json", spec, static _ => null);
            Assert.DoesNotContain(result.Findings, static finding => finding.Severity >= Severity.Warning);
            HoldsTyped(result.Plan!, result.Findings, spec);
        }
    }

    // The plan's size, tokens and unique tokens as stated values: a warning about them is one that the plan has named.
    private static void HoldsTyped(TrainingPlan plan, IReadOnlyList<Finding> named, string spec)
    {
        if (plan.Run is not { } run)
            return;
        var typed = FormattableString.Invariant($$"""{ "model": { "parameters": {{plan.Size.Counts.Total.Count:0}} }, "data": { "tokens": {{run.Tokens.Count:0}}, "unique_tokens": {{plan.Spec.Data.UniqueTokens?.Value ?? run.Unique.Count:0}} } }""");
        foreach (var warning in FindingsOf(typed).Where(static finding => finding.Severity >= Severity.Warning))
            Assert.True(named.Any(finding => finding.Rule == warning.Rule), $"{warning.Rule.Id} warns about the plan of {spec}, typed in: {typed}");
    }

    private static void ForEach(Action<string, List<Finding>> check)
    {
        foreach (var spec in GeneratedSpecs.Of(20260501))
            check(spec, FindingsOf(spec));
    }

    private static double Between(Random random, double low, double high) => GeneratedSpecs.Between(random, low, high);

    private static double? Loss(TrainingPlan plan, Improvement improvement) => improvement.Effect!.Contains(Muennighoff2023.Law.Info.Id, StringComparison.Ordinal)
        ? LimitedData.Loss(plan)
        : Besiroglu2024.Law.Loss(plan.Size.Counts.Active, plan.Data!.EffectiveTokens).Value.NatsPerToken;

    private static bool HasNewWarning(List<Finding> before, List<Finding> after) => after.Exists(finding =>
        finding.Severity >= Severity.Warning && !before.Exists(one => one.Rule == finding.Rule && one.Severity >= finding.Severity));

    private static List<Finding> FindingsOf(string spec) => [.. SpecPipeline.Run("a.scaling.json", spec, static _ => null).Findings];

    private static TrainingPlan PlanOf(string spec) => SpecPipeline.Run("a.scaling.json", spec, static _ => null).Plan!;
}
