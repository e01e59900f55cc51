using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
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
        var limit = plan.Spec.Limits.Memory;
        if ((limit?.Value ?? plan.Accelerator?.MemoryBytes) is not { } allowed)
            return null;
        var memory = plan.Memory;
        if (memory.PerDevice.Bytes <= allowed)
            return null;
        var whose = limit is null ? $"'{memory.Accelerator!.Id}' has {new ByteSize(allowed)}" : $"the spec's own limit is '{limit.Text}'";
        var certain = limit is not null || memory.States.Total.Bytes > allowed;
        // What was measured where so much is predicted reaches down to what the device has.
        var band = memory.Training?.PerDeviceBytes;
        var mayFit = !certain && band?.Low <= allowed;
        return At(Place(plan),
            mayFit ? $"a device may not have enough memory: {memory.PerDevice} are predicted, and {whose}" : $"a device holds {memory.PerDevice}, and {whose}",
            mayFit ? [$"runs of which so much is predicted hold {new ByteSize(band!.Value.Low)} to {new ByteSize(band.Value.High)}: it may fit", Largest(memory)] : [Largest(memory)],
            MemoryRemedies.Of(plan, allowed) is { Count: > 0 } remedies ? remedies : [Remedy.Advice("use more devices, or a smaller model: no two keys of the layout are enough")],
            certain ? Severity.Warning : Severity.Suggestion);
    }

    // What to look at first: the states, or what one micro-batch leaves.
    private static string Largest(MemoryUse memory)
    {
        var states = $"weights, gradients and optimizer states are {memory.States.Total} of it";
        if (memory.Training is not { } training)
            return states;
        var (activations, logits) = (training.Activations + training.RecomputedLayer + training.Ends, training.Logits + training.LogitGradients + training.LogitCopies);
        return $"{states}, activations {activations}, logits {logits}";
    }

    private static Origin Place(TrainingPlan plan) =>
        plan.Spec.Limits.Memory?.Origin ?? plan.Spec.Hardware.Name?.Origin ?? plan.Spec.Hardware.PeakFlops?.Origin ?? plan.Spec.ModelOrigin;
}
