using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A batch that was counted in sequences where its key takes tokens, or the other way round.</summary>
internal sealed class BatchInWrongUnit : SingleRule
{
    /// <summary>The largest batch of a published run in sequences: 65,536 of 128 tokens (You et al. 2019, LAMB on BERT).</summary>
    private const double MostSequences = 65_536;

    public override RuleInfo Info { get; } =
        new("SCALE2003", Severity.Warning, "The batch is counted in the wrong unit");

    /// <summary>True where every figure of batch and steps is off by the length of a sequence.</summary>
    public static bool Holds(TrainingPlan plan) => IsLessThanASequence(plan) || IsMoreThanAnyRun(plan);

    protected override Remark? Find(TrainingPlan plan)
    {
        var (training, length) = (plan.Spec.Training, plan.Size.Sequence.Tokens);
        if (IsLessThanASequence(plan))
        {
            return At(training.BatchTokens!.Origin,
                $"'{training.BatchTokens.Text}' tokens a step are less than one sequence of {Grouped(length)} tokens",
                [],
                [Remedy.Rename("batch_sequences", "training", "batch_tokens") with
                {
                    Text = $"if sequences were meant, write \"batch_sequences\": {Round(training.BatchTokens.Value)}, otherwise state the \"sequence_length\" of the run",
                }]);
        }

        return IsMoreThanAnyRun(plan)
            ? At(training.BatchSequences!.Origin,
                $"'{training.BatchSequences.Text}' sequences a step are more than the {Grouped(MostSequences)} of the largest published batch (LAMB on BERT)",
                [$"they are {Compact(training.BatchSequences.Value * length)} tokens a step"],
                [Remedy.Rename("batch_tokens", "training", "batch_sequences") with
                {
                    Text = $"if tokens were meant, write \"batch_tokens\": {Round(training.BatchSequences.Value)}",
                }])
            : null;
    }

    private static bool IsLessThanASequence(TrainingPlan plan) => plan.Spec.Training.BatchTokens?.Value < plan.Size.Sequence.Tokens;

    private static bool IsMoreThanAnyRun(TrainingPlan plan) => plan.Spec.Training.BatchSequences?.Value > MostSequences;
}
