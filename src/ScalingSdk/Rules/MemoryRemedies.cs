using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>The keys that make a run fit its devices, alone or two together, each with what a device holds then: what costs least comes first.</summary>
internal static class MemoryRemedies
{
    private const int Most = 3;

    /// <summary>Tensor parallelism is fast within a node alone.</summary>
    private const int MostTensor = LayoutSearch.NodeDevices;

    /// <summary>From which length on runs split sequences over devices: Llama 3 and torchtitan do so beyond 8,192 tokens.</summary>
    private const int LongSequence = 16_384;

    /// <summary>At most three that are enough: single keys, and where none is, two together.</summary>
    public static IReadOnlyList<Help> Of(TrainingPlan plan, double allowed)
    {
        List<Key> keys = [Of([.. ZeroStages(plan)]), Of([.. Sequences(plan)]), Of([.. Recomputations(plan)])];
        if (plan.Spec.Training.MicroBatchSequences is { Value: > 1 and var micro })
            keys.Add(new([], before => LargestMicroBatch(plan, before, micro, allowed)));
        keys.AddRange([Of([.. ExpertDegrees(plan)]), Of([.. TensorDegrees(plan)]), Of([.. Stages(plan)]), Of([.. ContextDegrees(plan)])]);
        Help[] alone = [.. keys.Select(static key => key.Mildest([])).OfType<Remedy>().Take(Most)];
        return alone.Length > 0 ? alone : [.. Pairs(keys).OfType<Remedy>().Take(Most)];

        Key Of(Candidate[] values) => new(values, before => First(values, value => Try(plan, [.. before, value], allowed)));
    }

    private static Remedy? First(Candidate[] values, Func<Candidate, Remedy?> remedy) => values.Select(remedy).FirstOrDefault(static help => help is not null);

    // For the mildest value of one key with which one of the other is enough; a micro-batch is searched last.
    private static IEnumerable<Remedy?> Pairs(List<Key> keys)
    {
        for (var i = 1; i < keys.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (first, second) = keys[j].Values.Length > 0 ? (keys[j], keys[i]) : (keys[i], keys[j]);
                yield return First(first.Values, value => second.Mildest([value]));
            }
        }
    }

    // Memory grows with the micro-batch, so that the largest which fits is found by halving.
    private static Remedy? LargestMicroBatch(TrainingPlan plan, Candidate[] before, double stated, double allowed)
    {
        Remedy? best = null;
        var (fits, tooMany) = (0.0, Math.Ceiling(stated));
        while (tooMany - fits > 1)
        {
            var tried = Math.Floor((fits + tooMany) / 2);
            var value = Stated(tried);
            if (Try(plan, [.. before, new("micro_batch_sequences", Round(tried), training => training with { MicroBatchSequences = value })], allowed) is { } remedy)
                (best, fits) = (remedy, tried);
            else
                tooMany = tried;
        }

        return best;
    }

    private static Remedy? Try(TrainingPlan plan, Candidate[] changes, double allowed)
    {
        var training = changes.Aggregate(plan.Spec.Training, static (before, change) => change.Apply(before));
        if (Held(plan, training) is var held && held.Bytes > allowed)
            return null;
        SpecEdit[] edits = [.. changes.Select(static change => SpecEdit.Set(change.Json, "training", change.Key))];
        return Remedy.Write(edits) with { Effect = $"a device then holds {held}{string.Concat(changes.Select(static change => change.Price))}" };
    }

    private static ByteSize Held(TrainingPlan plan, TrainingSection training) =>
        MemoryUse.Of(plan.Spec with { Training = training }, plan.Size, plan.Hardware?.Devices, plan.Accelerator, plan.Recipe?.Optimizer).PerDevice;

    // A stage that is not stated is the highest already. Under a pipeline that one keeps whole gradients until the last micro-batch, and the second does not.
    private static IEnumerable<Candidate> ZeroStages(TrainingPlan plan)
    {
        var spread = plan.Memory.Parallelism;
        var first = spread is { ZeroStage: 3, PipelineParallel: > 1 } ? 2 : spread.ZeroStage + 1;
        var last = spread.ZeroStage == 3 ? 2 : plan.Spec.Training.ZeroStage is null ? 0 : 3;
        for (var stage = first; stage <= last; stage++)
        {
            var value = Stated<double>(stage);
            yield return new("zero_stage", Round(stage), training => training with { ZeroStage = value });
        }
    }

    // Left out, it is on with tensor parallelism; without that it changes nothing, but beside more of it.
    private static IEnumerable<Candidate> Sequences(TrainingPlan plan)
    {
        if (plan.Spec.Training.SequenceParallel is { Value: false })
            yield return new("sequence_parallel", "\"on\"", static training => training with { SequenceParallel = Stated(true) });
    }

    // What is not stated was tried already.
    private static IEnumerable<Candidate> Recomputations(TrainingPlan plan)
    {
        if (plan.Spec.Training.Recomputation is not { Value: var stated } || plan.Memory.Training is null)
            yield break;
        foreach (var (kept, price) in new[] { (Recomputation.Flash, ""), (Recomputation.Selective, ", a seventh slower"), (Recomputation.Full, ", a quarter slower") })
        {
            if (kept > stated)
                yield return new("recomputation", $"\"{kept.ToString().ToLowerInvariant()}\"", training => training with { Recomputation = Stated(kept) }, price);
        }
    }

    private static IEnumerable<Candidate> TensorDegrees(TrainingPlan plan)
    {
        var (spread, heads) = (plan.Memory.Parallelism, plan.Size.Model?.AttentionHeads ?? 0);
        for (var degree = spread.TensorParallel * 2; degree <= MostTensor; degree *= 2)
        {
            if (Devices(plan) % (degree * spread.PipelineParallel * spread.ContextParallel) == 0 && heads % degree == 0)
                yield return Degree("tensor_parallel", degree, static (training, value) => training with { TensorParallel = value });
        }
    }

    private static IEnumerable<Candidate> Stages(TrainingPlan plan)
    {
        var (spread, layers) = (plan.Memory.Parallelism, plan.Size.Model?.Layers ?? 0);
        for (var stages = spread.PipelineParallel * 2; stages <= layers; stages *= 2)
        {
            if (Devices(plan) % (stages * spread.TensorParallel * spread.ContextParallel) == 0)
                yield return Degree("pipeline_parallel", stages, static (training, value) => training with { PipelineParallel = value });
        }
    }

    private static IEnumerable<Candidate> ExpertDegrees(TrainingPlan plan)
    {
        var (spread, experts) = (plan.Memory.Parallelism, plan.Size.Model?.Experts ?? 0);
        for (var degree = spread.ExpertParallel * 2; degree <= experts; degree *= 2)
        {
            if (experts % degree == 0 && spread.DataParallel % degree == 0)
                yield return Degree("expert_parallel", degree, static (training, value) => training with { ExpertParallel = value });
        }
    }

    private static IEnumerable<Candidate> ContextDegrees(TrainingPlan plan)
    {
        var (spread, sequence) = (plan.Memory.Parallelism, plan.Size.Sequence.Tokens);
        for (var degree = spread.ContextParallel * 2; sequence >= LongSequence && degree <= LayoutSearch.NodeDevices; degree *= 2)
        {
            if (Devices(plan) % (degree * spread.TensorParallel * spread.PipelineParallel) == 0)
                yield return Degree("context_parallel", degree, static (training, value) => training with { ContextParallel = value });
        }
    }

    private static double Devices(TrainingPlan plan) => plan.Hardware?.Devices.Count ?? 1;

    private static Candidate Degree(string key, int degree, Func<TrainingSection, Stated<double>, TrainingSection> write) =>
        new(key, Round(degree), training => write(training, Stated<double>(degree)));

    private static Stated<T> Stated<T>(T value) => new(value, "", Origin.Assumed("tried for a remedy"));

    /// <param name="Values">From the mildest on; none of a micro-batch, which is searched.</param>
    /// <param name="Mildest">The mildest value that is enough together with other changes.</param>
    private sealed record Key(Candidate[] Values, Func<Candidate[], Remedy?> Mildest);

    private sealed record Candidate(string Key, string Json, Func<TrainingSection, TrainingSection> Apply, string Price = "");
}
