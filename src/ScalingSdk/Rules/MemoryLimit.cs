using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>
/// More memory on one device than the spec allows, or than the device has. How activations are spread is often not stated: what
/// they alone push over a device that the spec sets no limit for is a suggestion.
/// </summary>
internal sealed class MemoryLimit : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE4004", Severity.Warning, "The run does not fit into the memory of a device");

    protected override Remark? Find(TrainingPlan plan)
    {
        var (memory, limit) = (plan.Memory, plan.Spec.Limits.Memory);
        if ((limit?.Value ?? memory.Accelerator?.MemoryBytes) is not { } allowed || memory.PerDevice.Bytes <= allowed)
            return null;
        var whose = limit is null ? $"'{memory.Accelerator!.Id}' has {new Quantities.ByteSize(allowed)}" : $"the spec's own limit is '{limit.Text}'";
        var certain = limit is not null || memory.States.Total.Bytes > allowed;
        var text = memory.States.Total.Bytes > allowed
            ? "use more devices with \"zero_stage\": 3, or \"tensor_parallel\": 2 and more"
            : "write \"recomputation\": \"full\", a smaller \"micro_batch_sequences\", or \"tensor_parallel\": 2 and more";
        var remedy = ZeroStage(plan, allowed) ?? MicroBatch(plan, allowed);
        return At(Place(plan),
            $"a device holds {memory.PerDevice}, and {whose}",
            [$"weights, gradients and optimizer states are {memory.States.Total} of it"],
            [remedy is null ? Remedy.Advice(text) : remedy with { Text = text }],
            certain ? Severity.Warning : Severity.Suggestion);
    }

    /// <summary>The first stage of sharing that is enough, where the spec states a lower one.</summary>
    private static Remedy? ZeroStage(TrainingPlan plan, double allowed)
    {
        var (memory, training) = (plan.Memory, plan.Spec.Training);
        var rest = memory.PerDevice.Bytes - memory.States.Total.Bytes;
        for (var stage = memory.Parallelism.ZeroStage + 1; training.ZeroStage is not null && stage <= 3; stage++)
        {
            if (memory.StatesByZeroStage[stage].Bytes + rest <= allowed)
                return Remedy.Write(Round(stage), "training", "zero_stage");
        }

        return null;
    }

    /// <summary>The most sequences at once that fit: activations and logits are in proportion to them.</summary>
    private static Remedy? MicroBatch(TrainingPlan plan, double allowed)
    {
        var states = plan.Memory.States.Total.Bytes;
        if (plan.Spec.Training.MicroBatchSequences is not { } micro)
            return null;
        var most = Math.Floor(micro.Value * (allowed - states) / (plan.Memory.PerDevice.Bytes - states));
        return most >= 1 ? Remedy.Write(Round(most), "training", "micro_batch_sequences") : null;
    }

    private static Origin Place(TrainingPlan plan) =>
        plan.Spec.Limits.Memory?.Origin ?? plan.Spec.Hardware.Name?.Origin ?? plan.Spec.Hardware.PeakFlops?.Origin ?? plan.Spec.ModelOrigin;
}
