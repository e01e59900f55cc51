using ScalingSdk.Hardware.Memory;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class ModelStatesTests
{
    private const double Bloom = 176_247_271_424;

    // Rajbhandari et al. 2020, figure 1: 7.5B parameters, 64 copies, K = 12.
    [Theory]
    [InlineData(0, 120e9)]
    [InlineData(1, 31.40625e9)]
    [InlineData(2, 16.640625e9)]
    [InlineData(3, 1.875e9)]
    public void Of_ZeroStages_AsPublished(int stage, double bytes)
    {
        var parallelism = new Parallelism { DataParallel = 64, ZeroStage = stage };

        Assert.Equal(bytes, ModelStates.Of(7.5e9, StatePrecision.Mixed, Optimizer.AdamW, parallelism).Total.Bytes);
    }

    // BigScience: weights "329GB" are GiB, the checkpoint "2.3TB" are TiB: 2 + 4 + 8 bytes a parameter.
    [Fact]
    public void Of_Bloom_WeightsAndCheckpointAsPublished()
    {
        var states = ModelStates.Of(Bloom, StatePrecision.Mixed, Optimizer.AdamW, Parallelism.None);

        Assert.Equal(352_494_542_848, states.Weights.Bytes);
        Assert.Equal(328.3, states.Weights.Gibibytes, tolerance: 0.05);
        Assert.Equal(2_467_461_799_936, states.Checkpoint.Bytes);
        Assert.Equal(2298, states.Checkpoint.Gibibytes, tolerance: 0.5);
    }

    // BLOOM's embedding, 250,880 x 14,336, and one block, 12 h^2 + 13 h: published 7.2 GB and 4.9 GB.
    [Theory]
    [InlineData(250_880.0 * 14_336, 7_193_231_360)]
    [InlineData((12.0 * 14_336 * 14_336) + (13 * 14_336), 4_932_874_240)]
    public void Of_PartsOfBloom_AsPublished(double parameters, double bytes) =>
        Assert.Equal(bytes, ModelStates.Of(parameters, StatePrecision.Mixed, Optimizer.AdamW, Parallelism.None).Weights.Bytes);

    // nanoGPT's file of fp32 parameters and Adam states has 1,542,470,366 bytes: 103.38 % of these.
    [Fact]
    public void Checkpoint_NanoGptInFp32_IsTheMeasuredFileWithin4Percent()
    {
        var checkpoint = ModelStates.Of(124_337_664, StatePrecision.Fp32, Optimizer.AdamW, Parallelism.None).Checkpoint;

        Assert.Equal(1_492_051_968, checkpoint.Bytes);
        Assert.Equal(1.0338, 1_542_470_366 / checkpoint.Bytes, precision: 4);
    }

    public static TheoryData<string, StatePrecision, double> PrecisionSets => new()
    {
        { "ZeRO paper", StatePrecision.Mixed, 16 },
        { "Megatron-LM", StatePrecision.MixedFp32Gradients, 18 },
        { "autocast", StatePrecision.Autocast, 18 },
        { "fp32", StatePrecision.Fp32, 16 },
        { "bf16 throughout", StatePrecision.PureBf16, 8 },
    };

    [Theory]
    [MemberData(nameof(PrecisionSets))]
    public void Of_OneParameterWithAdam_AsPublished(string set, StatePrecision precision, double bytes)
    {
        Assert.NotEmpty(set);
        Assert.Equal(bytes, ModelStates.Of(1, precision, Optimizer.AdamW, Parallelism.None).Total.Bytes);
    }

    [Theory]
    [InlineData(Optimizer.AdamW, 8)]
    [InlineData(Optimizer.AdamW8Bit, 2)]
    [InlineData(Optimizer.SgdMomentum, 4)]
    [InlineData(Optimizer.Lion, 4)]
    [InlineData(Optimizer.Adafactor, 4)]
    [InlineData(Optimizer.Muon, 5)] // three quarters in matrices with one buffer, a quarter with two
    public void OptimizerStates_OneParameter_AsPublished(Optimizer optimizer, double bytes) =>
        Assert.Equal(bytes, ModelStates.Of(1, StatePrecision.Mixed, optimizer, Parallelism.None, matrixShare: 0.75).OptimizerStates.Bytes);

    [Fact]
    public void Names_EveryOne_IsFound() => Assert.Equal(
        Enum.GetValues<Optimizer>().Cast<Optimizer?>(), OptimizerStates.Names.Select(OptimizerStates.Find));

    // Megatron-LM's report: (layers / p + input embedding) / t on the first stage; an untied head lies on the last.
    [Fact]
    public void Of_TensorAndPipelineParallel_IsTheFirstStage()
    {
        var counts = new ParameterCounts
        {
            Total = 1200,
            Stored = 1200,
            NonEmbedding = 1000,
            NonEmbeddingWeights = 1000,
            Active = 1200,
            ActiveWithoutLookups = 1200,
            ActiveNonEmbedding = 1000,
            ActiveNonEmbeddingWeights = 1000,
        };
        var parallelism = new Parallelism { TensorParallel = 2, PipelineParallel = 4, DataParallel = 3 };

        var states = ModelStates.Of(counts, inputEmbedding: 100, StatePrecision.Mixed, Optimizer.AdamW, parallelism);

        Assert.Equal(16 * 350 / 2.0, states.Total.Bytes);
    }

    [Fact]
    public void ToString_Size_PrintsBothUnits()
    {
        Assert.Equal("120 GB (112 GiB)", new ByteSize(120e9).ToString());
        Assert.Equal("1,380 GB (1,290 GiB)", new ByteSize(1383.35e9).ToString());
        Assert.Equal("13.8 TB (12.6 TiB)", new ByteSize(13.8335e12).ToString());
    }
}
