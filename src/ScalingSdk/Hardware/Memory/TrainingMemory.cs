using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware.Memory;

/// <summary>The memory of one device in training, part by part: of the first pipeline stage, which holds the most activations, or of the last.</summary>
/// <remarks>
/// Compared with measured runs: docs/hardware.md lists each with what is predicted. Not counted: the driver, and other
/// processes of the device.
/// </remarks>
public sealed record TrainingMemory
{
    // What PyTorch's allocator reserves beyond what is in use, on the runs of docs/hardware.md.
    private const double CompiledReserve = 0.03;
    private const double EagerReserve = 0.085;
    private const double UnknownReserve = 0.05;

    /// <summary>Weights, gradients, optimizer states.</summary>
    public required ModelStates States { get; init; }

    /// <summary>What the layers keep for the backward pass.</summary>
    public required ByteSize Activations { get; init; }

    /// <summary>What the embedding, the last norm and the input of the head keep.</summary>
    public required ByteSize Ends { get; init; }

    /// <summary>The layer that recomputation is computing again; nothing otherwise.</summary>
    public required ByteSize RecomputedLayer { get; init; }

    /// <summary>Logits in fp32: 4 s b v / t; nothing on the first of several pipeline stages.</summary>
    public required ByteSize Logits { get; init; }

    /// <summary>Gradient of the logits, as large as they: often the peak of a small model with a large vocabulary.</summary>
    public required ByteSize LogitGradients { get; init; }

    /// <summary>The logits in 16 bits and their softmax in 32: six bytes an element, fourteen with the two above.</summary>
    public required ByteSize LogitCopies { get; init; }

    /// <summary>Weights that are gathered for use, gradients before they are shared out, and sequences that tensor parallelism gathers.</summary>
    public required ByteSize Buffers { get; init; }

    /// <summary>What the allocator reserves beyond what is used.</summary>
    public required ByteSize Reserve { get; init; }

    /// <summary>All devices: t p c N_d.</summary>
    public required double Devices { get; init; }

    /// <summary>True where the activations are derived for a shape that the paper does not have.</summary>
    public required bool ActivationsAreEstimated { get; init; }

    /// <summary>Everything on the most loaded device.</summary>
    public ByteSize PerDevice => Used + Reserve;

    /// <summary>Between which amounts it was measured where so much is predicted: a factor of 1.3, from the runs of docs/hardware.md.</summary>
    public Band PerDeviceBytes => new(0.905 * PerDevice.Bytes, PerDevice.Bytes, 1.175 * PerDevice.Bytes);

    /// <summary>That of one device times the devices: a bound, for only one stage of a pipeline holds so much.</summary>
    public ByteSize AllDevices => new(PerDevice.Bytes * Devices);

    private ByteSize Used => States.Total + Activations + Ends + RecomputedLayer + Logits + LogitGradients + LogitCopies + Buffers;

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
        var first = Stage(shape, counts, plan, isLast: plan.Parallelism.PipelineParallel == 1);
        if (plan.Parallelism.PipelineParallel == 1)
            return first;
        var last = Stage(shape, counts, plan, isLast: true);
        return last.PerDevice.Bytes > first.PerDevice.Bytes ? last : first;
    }

    // Sec. 4.3: the mask of the embedding's dropout for each of p micro-batches; the last norm and the head's input on the last stage.
    private static TrainingMemory Stage(TransformerShape shape, ParameterCounts counts, MemoryPlan plan, bool isLast)
    {
        var parallelism = plan.Parallelism;
        var tokens = plan.MicroBatchSequences * plan.SequenceLength / parallelism.ContextParallel;
        double t = parallelism.TensorParallel;
        double bySequence = parallelism.SequenceParallel ? t : 1;
        var isFirst = !isLast || parallelism.PipelineParallel == 1;
        double Layer(Recomputation kept) => LayerActivations.BytesPerLayer(
            shape, plan.SequenceLength, plan.MicroBatchSequences / parallelism.ContextParallel, kept, parallelism, fused: plan.Compiled != false);

        // The first stage holds p micro-batches of its L / p layers, the last one of them.
        var layers = isFirst ? shape.Layers * parallelism.PipelineFactor : shape.Layers / (double)parallelism.PipelineParallel;
        var kept = plan.OffloadsActivations ? Math.Min(2, layers) : layers;
        var embedding = shape.Dropout && isFirst ? tokens * shape.HiddenSize * parallelism.PipelineParallel / bySequence : 0;
        var logits = isLast ? 4 * tokens * shape.VocabularySize / t / plan.LogitChunks : 0;
        var table = EmbeddingAt(shape, counts, isFirst, isLast);
        var memory = new TrainingMemory
        {
            States = ModelStates.Of(counts, table, plan.Precision, plan.Optimizer, parallelism, shape.ExpertParameters),
            Activations = new(Layer(plan.Recomputation) * kept),
            Ends = new(embedding + (isLast ? 4 * tokens * shape.HiddenSize / bySequence : 0)),
            RecomputedLayer = new(plan.Recomputation is Recomputation.Full ? Layer(Recomputation.Flash) : 0),
            Logits = new(logits),
            LogitGradients = new(logits),
            LogitCopies = new(1.5 * logits),
            Buffers = new(Gathered(shape, counts, plan, table) + (parallelism.SequenceParallel && t > 1 ? 8 * tokens * shape.HiddenSize : 0)),
            Reserve = new(0),
            Devices = parallelism.Devices,
            ActivationsAreEstimated = !shape.IsPublishedForm,
        };
        var share = plan.Compiled switch { true => CompiledReserve, false => EagerReserve, null => UnknownReserve };
        return memory with { Reserve = new(memory.Used.Bytes * share) };
    }

    // ZeRO-3 gathers the weights of two layers and of the head, and has a layer's gradients before they are shared out; under a pipeline it keeps
    // both whole until the last micro-batch.
    private static double Gathered(TransformerShape shape, ParameterCounts counts, MemoryPlan plan, double table)
    {
        var parallelism = plan.Parallelism;
        if (parallelism.ZeroStage < 3 || parallelism.Sharers <= 1)
            return 0;
        var (all, experts) = ModelStates.Held(counts, table, parallelism, shape.ExpertParameters);
        if (parallelism.PipelineParallel > 1)
            return (all - experts) * (2 + 4);
        var layer = (double)counts.NonEmbedding / shape.Layers / parallelism.TensorParallel;
        if (parallelism.ExpertParallel > 1)
            layer = (counts.NonEmbedding - shape.ExpertParameters + (shape.ExpertParameters / parallelism.ExpertParallel)) / parallelism.TensorParallel / shape.Layers;
        var head = (double)shape.VocabularySize * shape.HiddenSize / parallelism.TensorParallel;
        return (layer * ((2 * 2) + 4)) + (head * (2 + 4));
    }

    // Of an untied model the table is on the first stage, the head on the last; one stage has both.
    private static double EmbeddingAt(TransformerShape shape, ParameterCounts counts, bool isFirst, bool isLast)
    {
        double embeddings = counts.Total - counts.NonEmbedding;
        var table = (double)shape.VocabularySize * shape.HiddenSize;
        var untied = embeddings >= 2 * table;
        return isFirst && isLast ? embeddings : isLast ? table : untied ? embeddings - table : embeddings;
    }
}
