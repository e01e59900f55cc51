using ScalingSdk.Planning;
using ScalingSdk.Text;

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
        var whose = limit is null ? $"'{memory.Accelerator!.Id}' has {new Hardware.Memory.ByteSize(allowed)}" : $"the spec's own limit is '{limit.Text}'";
        var certain = limit is not null || memory.States.Total.Bytes > allowed;
        return At(Place(plan),
            $"a device holds {memory.PerDevice}, of which weights, gradients and optimizer states are {memory.States.Total}, and {whose}; "
                + (memory.States.Total.Bytes > allowed
                    ? "use more devices with \"zero_stage\": 3, or \"tensor_parallel\": 2 and more"
                    : "write \"recomputation\": \"full\", a smaller \"micro_batch_sequences\", or \"tensor_parallel\": 2 and more"),
            certain ? Severity.Warning : Severity.Suggestion);
    }

    private static SourceSpan Place(TrainingPlan plan) =>
        plan.Spec.Limits.Memory?.Span ?? plan.Spec.Hardware.Name?.Span ?? plan.Spec.Hardware.PeakFlops?.Span ?? plan.Spec.ModelSpan;
}
