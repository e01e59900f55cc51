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
        if ((training.Steps ?? training.BatchTokens ?? training.BatchSequences) is not { } stated || !plan.Size.LawsApply || BatchInWrongUnit.Holds(plan) || ImplausibleMagnitude.OfBatch(plan))
            return null;
        if (plan.Run is not { } run || plan.Batch.Steps is not { } steps || steps.Count >= Fewest)
            return null;
        var most = run.Tokens.Count / Fewest;
        var count = Math.Ceiling(RoundTo12(steps.Count));
        return At(stated.Origin,
            $"the run has {Grouped(count)} step{(count == 1 ? "" : "s")}, fewer than the {Grouped(Fewest)} of warmup alone in the runs of step-law-2025",
            ["deepseek-2024 has the same warmup; neither law says anything of so few steps"],
            [Help(plan, most)]);
    }

    // Where no batch is that small, the run is.
    private static Remedy Help(TrainingPlan plan, double most)
    {
        if (most < plan.Size.Sequence.Tokens)
            return Remedy.Advice($"train for {Grouped(Fewest)} steps or more");
        var text = $"write {SmallerBatch.Text(plan, most)} or less";
        return StatedRun.Batch(plan.Spec) is not null && SmallerBatch.Write(plan, most) is { } write ? write with { Text = text } : Remedy.Advice(text);
    }
}
