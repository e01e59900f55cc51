using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A vocabulary of characters or bytes under laws that count BPE tokens: said once, for every number of the plan.</summary>
internal sealed class CharacterVocabulary : SingleRule
{
    /// <summary>Rows below which a vocabulary is taken to be one of characters.</summary>
    public const int Smallest = 8192;

    public override RuleInfo Info { get; } =
        new("SCALE1005", Severity.Suggestion, "The vocabulary is one of characters, the laws count BPE tokens");

    protected override Remark? Find(TrainingPlan plan) => plan.Size is { LawsApply: true, Model.VocabularySize: var rows and < Smallest }
        ? At(plan.Spec.VocabularyKey?.Origin ?? plan.Spec.ModelOrigin,
            $"a vocabulary of '{Grouped(rows)}' is below the {Grouped(Smallest)} of a small BPE vocabulary",
            ["the laws were measured on BPE tokens of about 4.3 characters, so losses do not compare"],
            [Remedy.Advice("read thresholds and optima as 4.3 times as many characters")])
        : null;
}
