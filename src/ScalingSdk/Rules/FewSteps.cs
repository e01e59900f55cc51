using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Fewer steps than the warmup alone of the laws' recipes.</summary>
internal sealed class FewSteps : SingleRule
{
    /// <summary>Warmup steps of the runs of step-law-2025 and deepseek-2024.</summary>
    private const double Fewest = 2000;

    public override RuleInfo Info { get; } =
        new("SCALE2002", Severity.Suggestion, "The run has fewer than 2,000 steps");

    protected override Remark? Find(TrainingPlan plan)
    {
        var training = plan.Spec.Training;

        // A batch that the plan proposes is no decision of the user.
        if ((training.Steps ?? training.BatchTokens ?? training.BatchSequences) is not { } stated || BatchInWrongUnit.Holds(plan))
            return null;
        if (plan.Run is not { } run || plan.Batch.Steps is not { } steps || steps.Count >= Fewest)
            return null;
        var most = run.Tokens.Count / Fewest;
        return At(stated.Origin,
            $"the run has {Grouped(Math.Ceiling(RoundTo12(steps.Count)))} steps, fewer than the {Grouped(Fewest)} of warmup alone in the runs of step-law-2025 and "
                + $"deepseek-2024, whose laws say nothing of so few; write {SmallerBatch.Text(plan, most)} or less",
            remedy: StatedRun.Batch(plan.Spec) is null ? null : SmallerBatch.Write(plan, most));
    }
}
