using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The figures of one device's memory.</summary>
public static class MemoryFigures
{
    /// <summary>Weights, gradients and states of the most loaded device.</summary>
    public static FigureKey StatesBytesPerDevice { get; } = FigureKey.Whole("states_bytes_per_device", "Weights, gradients and states per device", "bytes", static plan =>
    {
        var spread = plan.Memory.Parallelism;
        return Bytes(plan.Memory.States.Total, new(
            $"weights, gradients, master weights and optimizer states of the most loaded device; ZeRO-{NumberText.Grouped(spread.ZeroStage)} over "
                + $"{NumberText.Grouped(spread.DataParallel)} copies, tensor {NumberText.Grouped(spread.TensorParallel)}, pipeline {NumberText.Grouped(spread.PipelineParallel)}",
            "counted; Rajbhandari et al. 2020 sec. 5")
        { Inputs = [SizeFigures.TotalParameters] });
    });

    /// <summary>Activations of the most loaded device.</summary>
    public static FigureKey ActivationBytesPerDevice { get; } = FigureKey.Whole("activation_bytes_per_device", "Activations per device", "bytes", static plan =>
        plan.Memory.Training is not { } training ? null : Bytes(training.Activations + training.Ends + training.RecomputedLayer, new(
            "layer by layer, 16 bits an element", "Korthikanti et al. 2022 Table 2" + (training.ActivationsAreEstimated ? ", carried over to this shape" : ""))));

    /// <summary>Logits and their gradient.</summary>
    public static FigureKey LogitBytesPerDevice { get; } = FigureKey.Whole("logit_bytes_per_device", "Logits and their gradient per device", "bytes", static plan =>
        plan.Memory.Training is not { } training ? null : Bytes(training.Logits + training.LogitGradients + training.LogitCopies, new(
            "14 s b v / t: logits in 16 and 32 bits, softmax, gradient", "counted")));

    /// <summary>What is gathered for use, and what the allocator reserves.</summary>
    public static FigureKey BufferBytesPerDevice { get; } = FigureKey.Whole("buffer_bytes_per_device", "Gathered weights, gradients and reserve per device", "bytes", static plan =>
        plan.Memory.Training is not { } training ? null : Bytes(training.Buffers + training.Reserve, new(
            "weights and sequences gathered for use, and what the allocator reserves", "measured runs of docs/hardware.md")));

    /// <summary>All of that.</summary>
    public static FigureKey MemoryBytesPerDevice { get; } = FigureKey.Whole("memory_bytes_per_device", "Memory per device", "bytes", static plan =>
        plan.Memory.Training is null ? null : Bytes(plan.Memory.PerDevice, Basis.Derived(
            "states_bytes_per_device + activation_bytes_per_device + logit_bytes_per_device + buffer_bytes_per_device",
            StatesBytesPerDevice, ActivationBytesPerDevice, LogitBytesPerDevice, BufferBytesPerDevice)));

    /// <summary>The share of the device's memory.</summary>
    public static FigureKey MemoryShare { get; } = FigureKey.Real("memory_share", "Share of the device's memory", "", "hardware", static plan => plan.Memory.Share is not { } share ? null
        : FigureAnswer.Real(share, Basis.Derived($"{PerDevice(plan).Name} / {NumberText.Round(plan.Memory.Accelerator!.MemoryBytes)}", PerDevice(plan))
            .Noted($"{new ByteSize(plan.Memory.Accelerator.MemoryBytes)} of '{plan.Memory.Accelerator.Id}'")));

    /// <summary>A checkpoint that can be resumed.</summary>
    public static FigureKey CheckpointBytes { get; } = FigureKey.Whole("checkpoint_bytes", "A checkpoint that can be resumed", "bytes", static plan => Bytes(plan.Memory.Checkpoint,
        new("weights, master weights and optimizer states, all devices", "counted") { Inputs = [SizeFigures.TotalParameters] }));

    internal static FigureKey[] All { get; } =
        [StatesBytesPerDevice, ActivationBytesPerDevice, LogitBytesPerDevice, BufferBytesPerDevice, MemoryBytesPerDevice, MemoryShare, CheckpointBytes];

    private static FigureKey PerDevice(TrainingPlan plan) => plan.Memory.Training is null ? StatesBytesPerDevice : MemoryBytesPerDevice;

    private static FigureAnswer? Bytes(ByteSize size, Basis basis) => FigureAnswer.Count(size.Bytes, basis with { Formula = $"{size.ToString()}: {basis.Formula}" });
}
