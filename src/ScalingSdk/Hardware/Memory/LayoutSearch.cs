using ScalingSdk.Models.Parts;

namespace ScalingSdk.Hardware.Memory;

/// <summary>Finds the layouts of least cost among those that fit: tensor parallelism within a node, FSDP, pipelines, experts, micro-batches, recomputation.</summary>
/// <remarks>
/// The order rests on a model of cost that docs/hardware.md gives: bubbles and recomputed products are counted, communication is
/// compared with the compute that hides it. It orders layouts; it does not predict a utilization to the per cent.
/// </remarks>
internal static class LayoutSearch
{
    /// <summary>Devices of a node, over which tensor parallelism is fast.</summary>
    public const int NodeDevices = 8;

    // Far above every run; bounds the search.
    private const int MostDevices = 1 << 20;

    // 400 Gb/s of each device to other nodes (Grand Teton, DGX H100).
    private const double BytesPerSecondBetweenNodes = 50e9;

    // What is left of the speed when matrices are split over 2, 4 and 8 devices of a node: gathers that no product hides.
    private static readonly (int Degree, double Speed)[] TensorDegrees = [(1, 1), (2, 0.97), (4, 0.94), (8, 0.9)];

    private static readonly (Recomputation Kept, double Speed)[] Recomputations =
    [
        // A third of the forward and backward products once more, or half of that third.
        (Recomputation.Flash, 1), (Recomputation.Selective, 6.0 / 7), (Recomputation.Full, 3.0 / 4),
    ];

    private static readonly int[] MicroBatches = [1, 2, 4, 8, 16];

    /// <summary>The best layouts, the fastest first; empty where none fits.</summary>
    /// <param name="shape">The sizes of the model.</param>
    /// <param name="counts">Its exact counts.</param>
    /// <param name="experts">Routed experts of a layer; 0 in a dense model.</param>
    /// <param name="plan">Sequence length, precision and optimizer; of its layout the context parallelism alone is read.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="devices">How many of them.</param>
    /// <param name="batchSequences">Sequences of an optimizer step.</param>
    /// <param name="most">How many layouts are given.</param>
    public static IReadOnlyList<Layout> Find(
        TransformerShape shape, ParameterCounts counts, int experts, MemoryPlan plan, Accelerator accelerator, int devices, double batchSequences, int most = 5)
    {
        var found = new List<Layout>();
        if (devices > MostDevices)
            return found;
        var context = plan.Parallelism.ContextParallel;
        foreach (var (tensor, tensorSpeed) in TensorDegrees)
        {
            if (devices % (tensor * context) != 0 || (shape.AttentionHeads > 0 && shape.AttentionHeads % tensor != 0))
                continue;
            foreach (var pipeline in Divisors(devices / tensor / context).Where(stages => stages <= Math.Min(64, shape.Layers)))
            {
                foreach (var spread in Spreads(tensor, pipeline, devices / tensor / context / pipeline, experts))
                {
                    if (Fastest(shape, counts, plan with { Parallelism = spread with { ContextParallel = context } }, accelerator, batchSequences, tensorSpeed) is { } layout)
                        found.Add(layout);
                }
            }
        }

        return [.. found.OrderByDescending(static layout => layout.Speed).ThenBy(static layout => layout.Memory.PerDevice.Bytes).Take(most)];
    }

    private static IEnumerable<Parallelism> Spreads(int tensor, int pipeline, int copies, int experts)
    {
        foreach (var expert in Divisors(copies).Where(degree => degree == 1 || (experts > 0 && experts % degree == 0)))
        {
            yield return new Parallelism
            {
                TensorParallel = tensor,
                SequenceParallel = tensor > 1,
                PipelineParallel = pipeline,
                DataParallel = copies,
                ExpertParallel = expert,
                ZeroStage = copies == 1 ? 0 : pipeline > 1 ? 1 : 3,
            };
        }
    }

    // The micro-batch and the recomputation that cost least among those that fit.
    private static Layout? Fastest(
        TransformerShape shape, ParameterCounts counts, MemoryPlan plan, Accelerator accelerator, double batch, double tensorSpeed)
    {
        Layout? best = null;
        var spread = plan.Parallelism;
        foreach (var micro in MicroBatches)
        {
            var batches = batch / spread.DataParallel / micro;
            if (batches < 1 || Math.Abs(batches - Math.Round(batches)) > 1e-9)
                continue;
            var bubble = (spread.PipelineParallel - 1) / (batches + spread.PipelineParallel - 1);
            foreach (var (kept, speed) in Recomputations)
            {
                var total = speed * tensorSpeed * (1 - bubble) * Hidden(shape, counts, plan, accelerator, micro, batches);
                if (best is not null && total <= best.Speed)
                    continue;
                var memory = TrainingMemory.For(shape, counts, plan with { MicroBatchSequences = micro, Recomputation = kept });
                if (memory.ShareOf(accelerator) > 1)
                    continue;
                best = new Layout { Parallelism = spread, MicroBatchSequences = micro, Recomputation = kept, Memory = memory, Bubble = bubble, Speed = total };
                break;
            }
        }

        return best;
    }

    // How much of the communication between nodes the compute of the same parameters hides: weights twice and gradients once for each micro-batch
    // under ZeRO-3, gradients once a step otherwise; and tokens on their way to experts and back.
    private static double Hidden(TransformerShape shape, ParameterCounts counts, MemoryPlan plan, Accelerator accelerator, int micro, double batches)
    {
        var spread = plan.Parallelism;
        if (spread.DataParallel * spread.TensorParallel * spread.PipelineParallel <= NodeDevices || spread.DataParallel == 1)
            return 1;
        double part = counts.Total / ((double)spread.TensorParallel * spread.PipelineParallel);
        var bytes = spread.ZeroStage == 3 ? 3 * 2 * part * batches : 4 * part;
        var tokens = batches * micro * plan.SequenceLength;
        bytes += tokens * BytesToExperts(shape, spread) / spread.TensorParallel / spread.PipelineParallel;
        var flops = 6.0 * counts.Active / ((double)spread.TensorParallel * spread.PipelineParallel) * tokens;
        var compute = flops / (0.5 * (accelerator.Bf16FlopsPerSecond ?? accelerator.Fp16FlopsPerSecond ?? 1e14));
        return Math.Min(1, compute / (bytes / BytesPerSecondBetweenNodes));
    }

    // A token's vector in 16 bits goes to its experts and back, forward and backward: at most once to each node that the experts are spread over.
    private static double BytesToExperts(TransformerShape shape, Parallelism spread)
    {
        var nodes = (double)spread.ExpertParallel * spread.TensorParallel / NodeDevices;
        if (nodes <= 1 || shape.DispatchWidth <= 0)
            return 0;
        var reached = Math.Min(1, nodes * shape.HiddenSize / shape.DispatchWidth);
        return 4 * 2 * shape.DispatchWidth * shape.Layers * reached * (1 - (1 / nodes));
    }

    private static List<int> Divisors(int number)
    {
        List<int> small = [], large = [];
        for (var divisor = 1; (long)divisor * divisor <= number; divisor++)
        {
            if (number % divisor != 0)
                continue;
            small.Add(divisor);
            if (divisor != number / divisor)
                large.Insert(0, number / divisor);
        }

        return [.. small, .. large];
    }
}
