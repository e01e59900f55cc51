using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A model trained far beyond compute-optimal and meant for weights of 4 bits: the longer it was trained, the more that costs.</summary>
internal sealed class OverTrainedForQuantisation : SingleRule
{
    public const double MostBits = 4;

    /// <summary>Loss that random seeds alone give, in nats per token (Kaplan et al. 2020, sec. 4.2).</summary>
    private const double SeedNoise = 0.02;

    public override RuleInfo Info { get; } =
        new("SCALE5004", Severity.Suggestion, "An over-trained model loses much when its weights are rounded to 4 bits");

    /// <summary>Whether the loss rises by more than seeds make it differ, of a model trained beyond its optimum.</summary>
    public static bool Holds(TrainingPlan plan) =>
        plan is { Quantisation: { Bits: <= MostBits, Damage: { HasValue: true, Value: > SeedNoise } }, Data.OptimalRatio: > 1 };

    protected override Remark? Find(TrainingPlan plan)
    {
        if (!Holds(plan))
            return null;
        var (quantisation, data) = (plan.Quantisation!, plan.Data!);
        return At(plan.Spec.Inference.WeightBits!.Origin,
            $"rounding the weights to '{plan.Spec.Inference.WeightBits.Text}' bits raises the loss by about {Compact(quantisation.Damage.Value)} nats per token (kumar-2024, experimental{OutsideRange.Mark(quantisation.Damage.Outside)})",
            [
                $"the model is trained on {Compact(data.OptimalRatio)} times the compute-optimal tokens ({data.AllocationLaw}{OutsideRange.Note(data.OptimalOutside)})",
                $"seeds alone differ by {Compact(SeedNoise)} nats; kumar-2024 is {quantisation.Damage.Outside}",
            ],
            [Remedy.Write("8", "inference", "weight_bits") with { Text = "write \"weight_bits\": 8, or train with quantisation in the loop" }]);
    }
}
