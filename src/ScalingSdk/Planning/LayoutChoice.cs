using ScalingSdk.Hardware.Memory;

namespace ScalingSdk.Planning;

/// <summary>The layouts that a plan proposes for its devices: those of least cost that fit.</summary>
internal static class LayoutChoice
{
    /// <summary>The best layouts, the fastest first; empty where the model's shape or the devices are not known, and where none fits.</summary>
    public static IReadOnlyList<Layout> Of(TrainingPlan plan)
    {
        if (plan.Size.Model is not { } model || plan.Hardware is not { Devices: var devices } || plan.Memory.Training is null)
            return [];
        var training = plan.Spec.Training;
        return LayoutSearch.Find(
            TransformerShape.Of(model), model.Parameters, model.Experts,
            new MemoryPlan
            {
                SequenceLength = plan.Size.Sequence.Tokens,
                MicroBatchSequences = 1,
                Precision = training.StatePrecision is { } format ? StatePrecision.Of(format.Value) : StatePrecision.For(devices.Precision),
                Optimizer = training.Optimizer?.Value ?? plan.Recipe?.Optimizer ?? Optimizer.AdamW,
                OffloadsActivations = training.ActivationOffload?.Value ?? false,
                Compiled = training.Compile?.Value,
                Parallelism = new() { ContextParallel = plan.Memory.Parallelism.ContextParallel },
            },
            devices.Accelerator, devices.Count, Sequences(plan));
    }

    // "16M" tokens stand for 2^24 as often as for 16e6: 4.9 % apart.
    private const double Rounding = 0.05;

    /// <summary>Sequences of an optimizer step: as stated in whole sequences; other batches are rounded to the devices, which share them out.</summary>
    public static double Sequences(TrainingPlan plan)
    {
        var (sequences, devices) = ((plan.Batch.Used?.Count ?? 0) / plan.Size.Sequence.Tokens, plan.Hardware?.Devices.Count ?? 1);
        var shared = Math.Max(1, Math.Round(sequences / devices)) * devices;
        var whole = Math.Max(1, Math.Round(sequences));
        return plan.Batch.Stated is null || (!sequences.Equals(whole) && Math.Abs((shared / sequences) - 1) <= Rounding) ? shared : whole;
    }
}
