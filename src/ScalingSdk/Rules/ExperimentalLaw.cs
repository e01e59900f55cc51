using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>A law whose authors, or whose evidence, ask for care.</summary>
internal sealed class ExperimentalLaw : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE5005", Severity.Suggestion, "The spec asks an experimental law");

    protected override Remark? Find(TrainingPlan plan) =>
        plan.Spec.Laws.Stated.FirstOrDefault(static stated => stated.Law.Info.Experimental) is { } asked
            ? At(asked.Span,
                $"'{asked.Law.Info.Id}' is experimental: {(asked.Law.Info.Caveats is [var first, ..] ? first : "its evidence is thin")}; take its numbers for their direction "
                    + $"alone, or take 'laws.{asked.Key}' out",
                remedy: Remedy.Remove("laws", asked.Key))
            : null;
}
