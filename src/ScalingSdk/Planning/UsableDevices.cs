using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The most devices that a step of the batch can be split over: a copy of the model takes at least one sequence, and a copy is split over few devices.</summary>
internal sealed record UsableDevices(double Most, double Sequences, double PerCopy)
{
    /// <summary>Tensor parallelism within a node is open to every size.</summary>
    private const double Node = 8;

    /// <summary>Published runs hold 1.9B to 4B parameters a device where they split a model over nodes (MT-NLG 530B, Llama 3 405B, BLOOM); a quarter of that is the bound.</summary>
    private const double ParametersPerDevice = 5e8;

    /// <summary>Tokens of a sequence that one device holds where sequences are split.</summary>
    private const double ChunkOfSequence = 2048;

    /// <summary>Null where the plan has no batch.</summary>
    public static UsableDevices? Of(TrainingSpec spec, SizePlan size, BatchPlan batch)
    {
        if (batch.Used is not { Count: > 0 and var tokens })
            return null;
        var training = spec.Training;
        var context = Math.Max(training.ContextParallel?.Value ?? 1, Math.Floor(size.Sequence.Tokens / ChunkOfSequence));
        var stated = (training.TensorParallel?.Value ?? 1) * (training.PipelineParallel?.Value ?? 1);
        var split = training is { TensorParallel: not null, PipelineParallel: not null } ? stated
            : Math.Max(stated, Math.Max(Node, Math.Floor(size.Counts.Total.Count / ParametersPerDevice)));
        var sequences = Math.Max(1, Math.Ceiling(tokens / size.Sequence.Tokens));
        var copy = split * Math.Max(1, context);
        return new(sequences * copy, sequences, copy);
    }
}
