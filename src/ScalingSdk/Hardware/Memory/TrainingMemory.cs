using ScalingSdk.Models;
using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware.Memory;

/// <summary>The memory of one device in training, part by part: the first pipeline stage, which holds the most.</summary>
/// <remarks>
/// Not counted: the framework's own memory, fragments, buffers of communication and of kernels. Rules of thumb put them at a
/// tenth of the device.
/// </remarks>
public sealed record TrainingMemory
{
    /// <summary>Weights, gradients, optimizer states.</summary>
    public required ModelStates States { get; init; }

    /// <summary>What the layers keep for the backward pass.</summary>
    public required ByteSize Activations { get; init; }

    /// <summary>What the embedding, the last norm and the input of the head keep.</summary>
    public required ByteSize Ends { get; init; }

    /// <summary>The layer that full recomputation is computing again; nothing otherwise.</summary>
    public required ByteSize RecomputedLayer { get; init; }

    /// <summary>Logits in fp32: 4 s b v / t; nothing on the first of several pipeline stages.</summary>
    public required ByteSize Logits { get; init; }

    /// <summary>Gradient of the logits, as large as they: often the peak of a small model with a large vocabulary.</summary>
    public required ByteSize LogitGradients { get; init; }

    /// <summary>All devices: t p N_d.</summary>
    public required double Devices { get; init; }

    /// <summary>True where the activations are derived for a shape that the paper does not have.</summary>
    public required bool ActivationsAreEstimated { get; init; }

    /// <summary>Everything on the most loaded device.</summary>
    public ByteSize PerDevice => States.Total + Activations + Ends + RecomputedLayer + Logits + LogitGradients;

    /// <summary>That of one device times the devices: a bound, for only the first stage of a pipeline holds so much.</summary>
    public ByteSize AllDevices => new(PerDevice.Bytes * Devices);

    /// <summary>The share of an accelerator's memory that one device fills: above 1 it does not fit.</summary>
    public double ShareOf(Accelerator accelerator) => PerDevice.Bytes / accelerator.MemoryBytes;

    /// <summary>The memory of a run.</summary>
    /// <param name="shape">The sizes of the model.</param>
    /// <param name="counts">Its exact counts.</param>
    /// <param name="plan">How it is trained.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length, a batch or a degree of parallelism is not positive, or the ZeRO stage is not 0 to 3.</exception>
    public static TrainingMemory For(TransformerShape shape, ParameterCounts counts, MemoryPlan plan)
    {
        plan.Check();
        var parallelism = plan.Parallelism;
        var tokens = plan.MicroBatchSequences * plan.SequenceLength;
        double t = parallelism.TensorParallel;
        double bySequence = parallelism.SequenceParallel ? t : 1;
        double Layer(Recomputation kept) =>
            LayerActivations.BytesPerLayer(shape, plan.SequenceLength, plan.MicroBatchSequences, kept, parallelism);

        // Sec. 4.3: the mask of the embedding's dropout for each of p micro-batches; the last norm and the head's input at p = 1.
        var embedding = shape.Dropout ? tokens * shape.HiddenSize * parallelism.PipelineParallel / bySequence : 0;
        var lastStage = parallelism.PipelineParallel == 1;
        var head = lastStage ? 4 * tokens * shape.HiddenSize / bySequence : 0;
        var logits = lastStage ? 4 * tokens * shape.VocabularySize / t : 0;
        return new()
        {
            States = ModelStates.Of(counts, FirstStageEmbedding(shape, counts), plan.Precision, plan.Optimizer, parallelism),
            Activations = new(Layer(plan.Recomputation) * shape.Layers * parallelism.PipelineFactor),
            Ends = new(embedding + head),
            RecomputedLayer = new(plan.Recomputation == Recomputation.Full ? Layer(Recomputation.Selective) : 0),
            Logits = new(logits),
            LogitGradients = new(logits),
            Devices = parallelism.Devices,
            ActivationsAreEstimated = !shape.IsPublishedForm,
        };
    }

    // An untied head lies on the last stage.
    private static double FirstStageEmbedding(TransformerShape shape, ParameterCounts counts)
    {
        double embeddings = counts.Total - counts.NonEmbedding;
        var table = (double)shape.VocabularySize * shape.HiddenSize;
        return embeddings >= 2 * table ? embeddings - table : embeddings;
    }
}
