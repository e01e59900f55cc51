using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>The single keys that make a run fit its devices, each with what a device holds then: what costs least comes first.</summary>
internal static class MemoryRemedies
{
    private const int Most = 3;

    /// <summary>Tensor parallelism is fast within a node alone.</summary>
    private const int MostTensor = LayoutSearch.NodeDevices;

    /// <summary>At most three that are enough.</summary>
    public static IReadOnlyList<Help> Of(TrainingPlan plan, double allowed)
    {
        var candidates = ZeroStages(plan).Concat(Recomputations(plan)).Concat(MicroBatches(plan, allowed)).Concat(Degrees(plan));
        return
        [
            .. candidates.GroupBy(static one => one.Key, StringComparer.Ordinal)
                .Select(group => FirstThatFits(plan, group, allowed)).OfType<Remedy>().Take(Most),
        ];
    }

    private static Remedy? FirstThatFits(TrainingPlan plan, IEnumerable<Candidate> candidates, double allowed)
    {
        foreach (var candidate in candidates)
        {
            var memory = MemoryUse.Of(plan.Spec with { Training = candidate.Training }, plan.Size, plan.Hardware?.Devices, plan.Recipe?.Optimizer, []);
            if (memory.PerDevice.Bytes <= allowed)
                return Remedy.Write(candidate.Json, "training", candidate.Key) with { Effect = $"a device then holds {memory.PerDevice}{candidate.Price}" };
        }

        return null;
    }

    // A stage that is not stated is the highest already.
    private static IEnumerable<Candidate> ZeroStages(TrainingPlan plan)
    {
        var training = plan.Spec.Training;
        for (var stage = plan.Memory.Parallelism.ZeroStage + 1; training.ZeroStage is not null && stage <= 3; stage++)
            yield return new("zero_stage", Round(stage), training with { ZeroStage = Stated<double>(stage) }, "");
    }

    // What is not stated was tried already.
    private static IEnumerable<Candidate> Recomputations(TrainingPlan plan)
    {
        var training = plan.Spec.Training;
        if (training.Recomputation is not { Value: var stated } || plan.Memory.Training is null)
            yield break;
        foreach (var (kept, price) in new[] { (Recomputation.Flash, ""), (Recomputation.Selective, ", a seventh slower"), (Recomputation.Full, ", a quarter slower") })
        {
            if (kept > stated)
                yield return new("recomputation", $"\"{kept.ToString().ToLowerInvariant()}\"", training with { Recomputation = Stated(kept) }, price);
        }
    }

    // The most sequences at once that fit: activations and logits are in proportion to them, the allocator's reserve nearly.
    private static IEnumerable<Candidate> MicroBatches(TrainingPlan plan, double allowed)
    {
        var training = plan.Spec.Training;
        if (training.MicroBatchSequences is not { Value: > 1 and var micro })
            yield break;
        var one = MemoryUse.Of(plan.Spec with { Training = training with { MicroBatchSequences = Stated(1.0) } }, plan.Size, plan.Hardware?.Devices, plan.Recipe?.Optimizer, []).PerDevice.Bytes;
        var each = (plan.Memory.PerDevice.Bytes - one) / (micro - 1);
        for (var most = Math.Min(micro - 1, Math.Floor(1 + ((allowed - one) / each))); most >= 1; most--)
            yield return new("micro_batch_sequences", Round(most), training with { MicroBatchSequences = Stated(most) }, "");
    }

    private static IEnumerable<Candidate> Degrees(TrainingPlan plan)
    {
        var (training, spread, devices) = (plan.Spec.Training, plan.Memory.Parallelism, plan.Hardware?.Devices.Count ?? 1);
        var heads = plan.Size.Model?.AttentionHeads ?? 0;
        for (var degree = spread.TensorParallel * 2; degree <= MostTensor; degree *= 2)
        {
            if (devices % (degree * spread.PipelineParallel * spread.ContextParallel) == 0 && heads % degree == 0)
                yield return new("tensor_parallel", Round(degree), training with { TensorParallel = Stated<double>(degree) }, "");
        }

        var layers = plan.Size.Model?.Layers ?? 0;
        for (var stages = spread.PipelineParallel * 2; stages <= layers; stages *= 2)
        {
            if (devices % (stages * spread.TensorParallel * spread.ContextParallel) == 0)
                yield return new("pipeline_parallel", Round(stages), training with { PipelineParallel = Stated<double>(stages) }, "");
        }
    }

    private static Stated<T> Stated<T>(T value) => new(value, "", Origin.Assumed("tried for a remedy"));

    private sealed record Candidate(string Key, string Json, TrainingSection Training, string Price);
}
