using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A large vocabulary that is not a multiple of 64: the largest matrix product of many models misses the fast kernels.</summary>
internal sealed class UnpaddedVocabulary : SingleRule
{
    private const long Multiple = 64;

    public override RuleInfo Info { get; } =
        new("SCALE3001", Severity.Suggestion, "The vocabulary is not padded to a multiple of 64");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Size is { IsPretrained: true } || plan.Size.Model is not { VocabularySize: >= CharacterVocabulary.Smallest and var rows } || rows % Multiple == 0)
            return null;
        var padded = ((rows / Multiple) + 1) * Multiple;
        var stated = plan.Spec.VocabularyKey;
        return At(stated?.Origin ?? plan.Spec.ModelOrigin,
            $"vocabulary size '{Round(rows)}' is not a multiple of {Multiple}, the size GPU kernels are tuned for (nanoGPT and Megatron-LM pad it)",
            [],
            [stated is null ? Remedy.Advice($"write \"vocabulary_size\": {Round(padded)}") : Remedy.Write(Round(padded), "model", stated.Value)]);
    }
}
