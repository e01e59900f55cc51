using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan with the one that it is seen beside: another spec through the same pipeline.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Best">The plan of the compute-optimal size for the same compute; null where there is none, or it is this one.</param>
internal sealed record PlanView(TrainingPlan Plan, IReadOnlyList<Finding> Findings, TrainingPlan? Best)
{
    private const double SameSize = 0.05;

    /// <summary>
    /// True where the best run for this compute sees more tokens than there are unique ones: the laws of fresh tokens then have
    /// no word on it, and the best size for these tokens stands below the table of epochs.
    /// </summary>
    public static bool IsShortOfData(TrainingPlan plan) => plan.Data is { UniqueAssumed: false } data
        && (data.Epochs > 1 || plan.Find(OptimumFigures.OptimalTokensAtBudget) is { } tokens && tokens.Value > data.Unique.Count);

    /// <summary>The view of what became of a spec.</summary>
    /// <param name="result">It, with a plan.</param>
    /// <param name="tree">The values that it was planned from; null to leave out the best plan.</param>
    /// <param name="run">Plans other values in the same place.</param>
    public static PlanView Of(SpecResult result, SpecTree? tree, Func<SpecTree, SpecResult> run)
    {
        var plan = result.Plan!;
        return new PlanView(plan, result.Findings, BestOf(plan, tree, run));
    }

    private static TrainingPlan? BestOf(TrainingPlan plan, SpecTree? tree, Func<SpecTree, SpecResult> run)
    {
        if (plan.Size.Counts.IsRouted || IsShortOfData(plan) || plan.Find(OptimumFigures.OptimalParametersAtBudget) is not { } best || plan.Find(ComputeFigures.TrainingFlops) is not { } compute
            || Math.Abs((best.Value / plan.Size.Counts.Active.Count) - 1) < SameSize)
            return null;
        var beside = Origin.Assumed("the compute-optimal size for the same compute");
        if (tree is null)
            return null;
        var other = tree.Only(HardwareKeys.Accelerator.Section, LawsKeys.Allocation.Section)
            .With(SizeKeys.Parameters, new JsonNumber(beside, best.Number))
            .With(BudgetKeys.Flops, new JsonNumber(beside, compute.Number));

        // The proposed learning rate is that of the same optimizer and parametrization.
        if (plan.Spec.Training.Optimizer is { } optimizer)
            other = other.With(TrainingKeys.Optimizer, new JsonString(beside, optimizer.Text));
        if (plan.Spec.Training.Parametrization is { } parametrization)
            other = other.With(TrainingKeys.Parametrization, new JsonString(beside, parametrization.Text));
        return run(other).Plan;
    }
}
