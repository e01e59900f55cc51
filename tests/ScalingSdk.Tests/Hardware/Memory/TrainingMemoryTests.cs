using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class TrainingMemoryTests
{
    private static readonly TransformerShape Gpt2 = TransformerShape.Gpt(12, 768, 12, 50257);

    private static readonly ParameterCounts Gpt2Counts = new()
    {
        Total = 124_439_808,
        Stored = 124_439_808,
        NonEmbedding = 85_056_000,
        NonEmbeddingWeights = 84_934_656,
        Active = 124_439_808,
        ActiveWithoutLookups = 124_439_808,
        ActiveNonEmbedding = 85_056_000,
        ActiveNonEmbeddingWeights = 84_934_656,
    };

    private static readonly MemoryPlan Plan = new() { SequenceLength = 1024, MicroBatchSequences = 8 };

    [Fact]
    public void For_OneDevice_SumsItsParts()
    {
        const double tokens = 8 * 1024;

        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, Plan);

        Assert.Equal(16.0 * 124_439_808, memory.States.Total.Bytes);
        Assert.Equal(12 * 34 * tokens * 768, memory.Activations.Bytes);
        Assert.Equal(tokens * 768 * (1 + 4), memory.Ends.Bytes);
        Assert.Equal(4 * tokens * 50257, memory.Logits.Bytes);
        Assert.Equal(memory.Logits, memory.LogitGradients);
        Assert.Equal(14 * tokens * 50257, (memory.Logits + memory.LogitGradients + memory.LogitCopies).Bytes);
        Assert.Equal(0, memory.Buffers.Bytes);
        Assert.Equal(1.05 * (memory.PerDevice.Bytes - memory.Reserve.Bytes), memory.PerDevice.Bytes, tolerance: 1);
        Assert.Equal(0, memory.RecomputedLayer.Bytes);
        Assert.False(memory.ActivationsAreEstimated);
    }

    // b = 8, s = 2048, v = 128,256 in fp32: 7.8 GiB each for logits and gradient.
    [Fact]
    public void For_LargeVocabulary_LogitsAsPublished()
    {
        var memory = TrainingMemory.For(Gpt2 with { VocabularySize = 128256 }, Gpt2Counts, Plan with { SequenceLength = 2048 });

        Assert.Equal(7.83, memory.Logits.Gibibytes, tolerance: 0.01);
    }

    // Sec. 4.3: without a pipeline the head adds 4 s b h / t (1 + v / h), the embedding's dropout s b h p / t.
    [Fact]
    public void For_SequenceParallel_EndsAndLogitsAreThePapers()
    {
        var plan = Plan with { Parallelism = new() { TensorParallel = 4, SequenceParallel = true } };
        const double sbh = 8.0 * 1024 * 768;

        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, plan);

        Assert.Equal((4 * sbh / 4 * (1 + (50257.0 / 768))) + (sbh / 4), memory.Logits.Bytes + memory.Ends.Bytes, tolerance: 1e-3);
    }

    [Fact]
    public void For_Pipeline_FirstStageHoldsAllLayersWorthAndNoLogits()
    {
        var plan = Plan with { Parallelism = new() { PipelineParallel = 4, InterleavedChunks = 3 } };

        // With many layers the first stage holds the most.
        var memory = TrainingMemory.For(Gpt2 with { Layers = 96 }, Gpt2Counts, plan);

        Assert.Equal(96 * 34 * 8192.0 * 768 * 1.25, memory.Activations.Bytes);
        Assert.Equal(0, memory.Logits.Bytes);
        Assert.Equal(16 * ((85_056_000 / 4.0) + 39_383_808), memory.States.Total.Bytes);
        Assert.Equal(4 * memory.PerDevice.Bytes, memory.AllDevices.Bytes);
    }

    [Fact]
    public void For_PipelineWithALargeHead_IsTheLastStage()
    {
        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, Plan with { Parallelism = new() { PipelineParallel = 4 } });

        Assert.Equal(3 * 34 * 8192.0 * 768, memory.Activations.Bytes);
        Assert.Equal(4 * 8192.0 * 50257, memory.Logits.Bytes);
    }

    // Half of the products (q, k, v and output 4h, feed-forward 5h), the input and what attention gives, 2 bytes each: (2 + 2 + 9) h.
    [Fact]
    public void For_SelectiveRecomputation_KeepsEverySecondProduct() => Assert.Equal(
        12 * 13 * 8192.0 * 768, TrainingMemory.For(Gpt2, Gpt2Counts, Plan with { Recomputation = Recomputation.Selective }).Activations.Bytes);

    [Fact]
    public void For_OffloadedActivations_TwoLayersStay() => Assert.Equal(
        2 * 34 * 8192.0 * 768, TrainingMemory.For(Gpt2, Gpt2Counts, Plan with { OffloadsActivations = true }).Activations.Bytes);

    [Fact]
    public void For_ContextParallel_SplitsTheSequenceAndSharesTheStates()
    {
        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, Plan with { Parallelism = new() { ContextParallel = 4, DataParallel = 2, ZeroStage = 3 } });

        Assert.Equal(12 * 34 * 8192.0 / 4 * 768, memory.Activations.Bytes);
        Assert.Equal(16.0 * 124_439_808 / 8, memory.States.Total.Bytes);
        Assert.Equal(8, memory.Devices);
    }

    // DeepSeek-V3's own layout: PP 16, EP 64, ZeRO-1 over 128 copies, on devices of 80 GB.
    [Fact]
    public void For_ExpertParallel_DeepSeekV3FitsItsDevices()
    {
        var model = ScalingSdk.Tests.Models.Reconstructed.Model("deepseek-v3");

        var memory = TrainingMemory.For(TransformerShape.Of(model), model.Parameters, new MemoryPlan
        {
            SequenceLength = 4096,
            MicroBatchSequences = 1,
            Recomputation = Recomputation.Selective,
            Parallelism = new() { PipelineParallel = 16, ExpertParallel = 64, DataParallel = 128, ZeroStage = 1 },
        });

        Assert.InRange(memory.PerDevice.Gigabytes, 20, 80);
    }

    // 7/8 of what a device holds of the experts leaves it with each factor of 8: more spreading never holds more.
    [Theory]
    [InlineData(1), InlineData(4)]
    public void For_ExpertParallel_EachDoublingHoldsLess(int tensor)
    {
        var model = ScalingSdk.Tests.Models.Reconstructed.Model("mixtral-8x7b");
        var held = Enumerable.Range(0, 4).Select(static power => 1 << power).Select(degree => TrainingMemory.For(TransformerShape.Of(model), model.Parameters, new MemoryPlan
        {
            SequenceLength = 4096,
            MicroBatchSequences = 1,
            Parallelism = new() { TensorParallel = tensor, ExpertParallel = degree, DataParallel = 16, ZeroStage = 1 },
        }).States.Total.Bytes).ToArray();

        Assert.Equal(held.OrderDescending(), held);
        Assert.Equal(held.Length, held.Distinct().Count());
    }

    [Fact]
    public void For_FullRecomputation_KeepsInputsAndOneLayer()
    {
        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, Plan with { Recomputation = Recomputation.Full });

        Assert.Equal(12 * 2 * 8192.0 * 768, memory.Activations.Bytes);
        Assert.Equal(34 * 8192.0 * 768, memory.RecomputedLayer.Bytes);
    }

    [Fact]
    public void ShareOf_Device_IsOfItsMemory()
    {
        var memory = TrainingMemory.For(Gpt2, Gpt2Counts, Plan);

        Assert.Equal(memory.PerDevice.Gigabytes / 80, memory.ShareOf(AcceleratorCatalog.Find("H100-SXM")!), precision: 12);
    }

    public static TheoryData<string, MemoryPlan> Impossible => new()
    {
        { "sequence", Plan with { SequenceLength = 0 } },
        { "batch", Plan with { MicroBatchSequences = double.NaN } },
        { "tensor", Plan with { Parallelism = new() { TensorParallel = 0 } } },
        { "pipeline", Plan with { Parallelism = new() { PipelineParallel = -1 } } },
        { "copies", Plan with { Parallelism = new() { DataParallel = 0 } } },
        { "stage", Plan with { Parallelism = new() { ZeroStage = 4 } } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void For_ImpossiblePlan_IsRefused(string what, MemoryPlan plan)
    {
        Assert.NotEmpty(what);
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingMemory.For(Gpt2, Gpt2Counts, plan));
    }
}
