using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning.Writing;

internal static class MemoryFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        var memory = plan.Memory;
        var spread = memory.Parallelism;
        var states = new Basis(
            $"weights, gradients, master weights and optimizer states of the most loaded device; ZeRO-{NumberText.Grouped(spread.ZeroStage)} over "
                + $"{NumberText.Grouped(spread.DataParallel)} copies, tensor {NumberText.Grouped(spread.TensorParallel)}, pipeline {NumberText.Grouped(spread.PipelineParallel)}",
            "counted; Rajbhandari et al. 2020 sec. 5")
        { Inputs = ["total_parameters"] };
        Bytes(figures, "states_bytes_per_device", "Weights, gradients and states per device", memory.States.Total, states);
        if (memory.Training is { } training)
        {
            var activations = new Basis("layer by layer, 16 bits an element", "Korthikanti et al. 2022 Table 2"
                + (training.ActivationsAreEstimated ? ", carried over to this shape" : ""));
            Bytes(figures, "activation_bytes_per_device", "Activations per device", training.Activations + training.Ends + training.RecomputedLayer, activations);
            Bytes(figures, "logit_bytes_per_device", "Logits and their gradient per device", training.Logits + training.LogitGradients + training.LogitCopies,
                activations with { Formula = "14 s b v / t: logits in 16 and 32 bits, softmax, gradient", Source = "counted" });
            Bytes(figures, "buffer_bytes_per_device", "Gathered weights, gradients and reserve per device", training.Buffers + training.Reserve,
                activations with { Formula = "weights and sequences gathered for use, and what the allocator reserves", Source = "measured runs of docs/hardware.md" });
            Bytes(figures, "memory_bytes_per_device", "Memory per device", memory.PerDevice,
                Basis.Derived("states + activations + logits + buffers",
                    "states_bytes_per_device", "activation_bytes_per_device", "logit_bytes_per_device", "buffer_bytes_per_device"));
        }

        if (memory.Share is { } share)
        {
            figures.Real("memory_share", "Share of the device's memory", share, "",
                Basis.Derived($"memory per device / {new ByteSize(memory.Accelerator!.MemoryBytes)} of '{memory.Accelerator.Id}'",
                    memory.Training is null ? "states_bytes_per_device" : "memory_bytes_per_device"));
        }

        Bytes(figures, "checkpoint_bytes", "A checkpoint that can be resumed", memory.Checkpoint,
            new("weights, master weights and optimizer states, all devices", "counted") { Inputs = ["total_parameters"] });
    }

    private static void Bytes(FigureList figures, string key, string title, ByteSize size, Basis basis) =>
        figures.Count(key, title, size.Bytes, "bytes", basis with { Formula = $"{size.ToString()}: {basis.Formula}" });
}
