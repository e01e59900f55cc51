using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The memory of one device in training, and whether the device has it.</summary>
public sealed record MemoryUse
{
    /// <summary>How the run is spread.</summary>
    public required Parallelism Parallelism { get; init; }

    /// <summary>Weights, gradients and optimizer states of the most loaded device.</summary>
    public required ModelStates States { get; init; }

    /// <summary>The same without sharing (index 0) and for ZeRO stages 1 to 3.</summary>
    public required IReadOnlyList<ByteSize> StatesByZeroStage { get; init; }

    /// <summary>All parts with activations; null where the model's shape is not known.</summary>
    public required TrainingMemory? Training { get; init; }

    /// <summary>The accelerator, or null where none is stated.</summary>
    public required Accelerator? Accelerator { get; init; }

    /// <summary>What one device holds: everything known.</summary>
    public ByteSize PerDevice => Training?.PerDevice ?? States.Total;

    /// <summary>The share of the device that is filled; null where no accelerator is stated.</summary>
    public double? Share => PerDevice.Bytes / Accelerator?.MemoryBytes;

    /// <summary>What a checkpoint that can be resumed holds, over all devices.</summary>
    public required ByteSize Checkpoint { get; init; }

    /// <summary>What was assumed of the layout, a sentence each without final period.</summary>
    internal IReadOnlyList<string> Assumptions { get; private init; } = [];

    internal static MemoryUse Of(TrainingSpec spec, SizePlan size, DeviceChoice? devices, Accelerator? accelerator, Optimizer? proposed)
    {
        List<string> assumptions = [];
        var training = spec.Training;
        var parallelism = Spread(training, devices, assumptions);
        var precision = training.StatePrecision is { } format ? StatePrecision.Of(format.Value) : StatePrecision.For(training.Precision?.Value ?? devices?.Precision ?? Hardware.Precision.Bf16);
        var optimizer = training.Optimizer?.Value ?? proposed ?? Optimizer.AdamW;
        if (training.Optimizer is null && proposed is null)
            assumptions.Add("the optimizer is AdamW: 'training.optimizer' is not stated");
        var shape = size.Model is null ? null : TransformerShape.Of(size.Model, training.Dropout?.Value > 0);
        ModelStates At(Parallelism spread) => StatesOf(size, shape, precision, optimizer, spread);
        var (stages, totals) = (new ModelStates[4], new ByteSize[4]);
        for (var stage = 0; stage < stages.Length; stage++)
            totals[stage] = (stages[stage] = At(parallelism with { ZeroStage = stage })).Total;
        return new MemoryUse
        {
            Parallelism = parallelism,
            States = stages[parallelism.ZeroStage],
            StatesByZeroStage = totals,
            Training = size.Model is { Kind: ModelFamily.Decoder } model && shape is not null
                ? TrainingOf(model, shape, accelerator, training.Recomputation?.Value, assumptions, new Hardware.Memory.MemoryPlan
                {
                    SequenceLength = size.Sequence.Tokens,
                    MicroBatchSequences = training.MicroBatchSequences?.Value ?? 1,
                    Precision = precision,
                    Optimizer = optimizer,
                    Parallelism = parallelism,
                    OffloadsActivations = training.ActivationOffload?.Value ?? false,
                    Compiled = training.Compile?.Value,
                })
                : null,
            Checkpoint = At(Parallelism.None).Checkpoint,
            Accelerator = accelerator,
            Assumptions = assumptions,
        };
    }

    // What is not stated is what a run would use: the least that is computed again with which it fits.
    private static TrainingMemory TrainingOf(
        ModelDescription model, TransformerShape shape, Accelerator? accelerator, Recomputation? stated, List<string> assumptions, Hardware.Memory.MemoryPlan plan)
    {
        TrainingMemory With(Recomputation kept) => TrainingMemory.For(shape, model.Parameters, plan with { Recomputation = kept });
        if (stated is { } given)
            return With(given);
        foreach (var (kept, meaning) in Recomputations)
        {
            var memory = With(kept);
            if (accelerator is null || kept == Recomputation.Full || memory.ShareOf(accelerator) <= 1)
            {
                if (kept != Recomputation.Flash)
                    assumptions.Add($"{meaning}, without which it does not fit: 'training.recomputation' is not stated");
                return memory;
            }
        }

        throw new InvalidOperationException("full recomputation ends the search");
    }

    private static readonly (Recomputation Kept, string Meaning)[] Recomputations =
    [
        (Recomputation.Flash, ""),
        (Recomputation.Selective, "every second matrix product of a layer is computed again ('selective')"),
        (Recomputation.Full, "all of a layer but its input is computed again ('full')"),
    ];

    private static ModelStates StatesOf(SizePlan size, TransformerShape? shape, StatePrecision precision, Optimizer optimizer, Parallelism parallelism)
    {
        if (size.Model is not { } model || shape is null)
        {
            var part = size.Counts.Total.Count / parallelism.TensorParallel / parallelism.PipelineParallel;
            return ModelStates.Of(part, precision, optimizer, parallelism);
        }

        double embeddings = model.Parameters.Total - model.Parameters.NonEmbedding;
        return ModelStates.Of(
            model.Parameters, model.TiedEmbeddings ? embeddings : embeddings / 2, precision, optimizer, parallelism, shape.ExpertParameters);
    }

    private static Parallelism Spread(TrainingSection training, DeviceChoice? devices, List<string> assumptions)
    {
        var tensor = (int)(training.TensorParallel?.Value ?? 1);
        var pipeline = (int)(training.PipelineParallel?.Value ?? 1);
        var context = (int)(training.ContextParallel?.Value ?? 1);
        var copies = (int)Math.Max(1, (devices?.Count ?? 1) / ((long)tensor * pipeline * context));
        var bySequence = training.SequenceParallel?.Value ?? tensor > 1;
        if (training.ZeroStage is null && copies > 1)
            assumptions.Add("the devices share out weights, gradients and states (ZeRO-3, FSDP): 'training.zero_stage' is not stated");
        if (tensor > 1 && training.SequenceParallel is null)
            assumptions.Add("norms and residuals are split over the tensor-parallel devices too (sequence parallelism): 'training.sequence_parallel' is not stated");
        return new Parallelism
        {
            TensorParallel = tensor,
            PipelineParallel = pipeline,
            SequenceParallel = bySequence,
            ContextParallel = context,
            ExpertParallel = (int)(training.ExpertParallel?.Value ?? 1),
            InterleavedChunks = (int)(training.VirtualPipeline?.Value ?? 1),
            DataParallel = copies,
            ZeroStage = (int)(training.ZeroStage?.Value ?? (copies > 1 ? 3 : 0)),
        };
    }
}
