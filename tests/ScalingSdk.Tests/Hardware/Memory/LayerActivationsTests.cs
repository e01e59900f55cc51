using CsCheck;
using ScalingSdk.Hardware.Memory;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class LayerActivationsTests
{
    private static readonly Parallelism Tensor = new() { TensorParallel = 8 };
    private static readonly Parallelism Sequence = new() { TensorParallel = 8, SequenceParallel = true };

    // Korthikanti et al. 2022, table 2, for the four models of its table 3: s = 2048, b = 1, t = 8.
    [Theory]
    [InlineData(64, 6144, 1769996288, 331350016, 221249536, 53477376, 25165824)]
    [InlineData(96, 12288, 2868903936, 578813952, 358612992, 106954752, 50331648)]
    [InlineData(128, 20480, 4110417920, 880803840, 513802240, 178257920, 83886080)]
    [InlineData(160, 25600, 5138022400, 1101004800, 642252800, 222822400, 104857600)]
    public void BytesPerLayer_PublishedModels_ToTheByte(
        int heads, int hidden, double whole, double tensor, double sequence, double selective, double full)
    {
        var shape = TransformerShape.Gpt(1, hidden, heads, 51200);
        double Bytes(Recomputation kept, Parallelism parallelism) => LayerActivations.BytesPerLayer(shape, 2048, 1, kept, parallelism);

        Assert.Equal(whole, Bytes(Recomputation.None, Parallelism.None));
        Assert.Equal(tensor, Bytes(Recomputation.None, Tensor));
        Assert.Equal(sequence, Bytes(Recomputation.None, Sequence));
        Assert.Equal(selective, Bytes(Recomputation.Flash, Sequence));
        Assert.Equal(full, Bytes(Recomputation.Full, Parallelism.None));
    }

    [Theory]
    [InlineData(96, 12288, 0.70)]
    [InlineData(128, 20480, 0.65)]
    public void Selective_PublishedModels_SavesWhatThePaperSays(int heads, int hidden, double published)
    {
        var shape = TransformerShape.Gpt(1, hidden, heads, 51200);
        double Bytes(Recomputation kept) => LayerActivations.BytesPerLayer(shape, 2048, 1, kept, Parallelism.None);

        Assert.Equal(published, 1 - (Bytes(Recomputation.Flash) / Bytes(Recomputation.None)), tolerance: 0.005);
    }

    [Fact]
    public void BytesPerLayer_AnyGpt_IsTheClosedForm() =>
        Gen.Select(Gen.Int[1, 64], Gen.Int[1, 128], Gen.Int[1, 4096], Gen.Int[1, 8], Gen.Int[1, 8]).Sample((a, headSize, s, b, t) =>
        {
            double h = a * headSize;
            var shape = TransformerShape.Gpt(1, a * headSize, a, 100);

            var own = LayerActivations.BytesPerLayer(shape, s, b, Recomputation.None, new Parallelism { TensorParallel = t });

            Assert.Equal(1, own / (s * b * h * (10 + (24.0 / t) + (5.0 * a * s / (h * t)))), precision: 12);
        });

    // Llama 3 8B at s = 8192: per token norms 4h, inputs 4h, queries 2h, keys and values h, output input 2h, feed-forward 8f; h = 4096, f = 14336.
    [Fact]
    public void BytesPerLayer_GroupedAndGated_IsTheSumOfItsTensors()
    {
        var shape = new TransformerShape
        {
            Layers = 32,
            HiddenSize = 4096,
            AttentionHeads = 32,
            KeyValueHeads = 8,
            HeadSize = 128,
            IntermediateSize = 14336,
            Gated = true,
            VocabularySize = 128256,
        };

        var bytes = LayerActivations.BytesPerLayer(shape, 8192, 1, Recomputation.Flash, Parallelism.None);

        Assert.Equal(8192.0 * ((13 * 4096) + (8 * 14336)), bytes);

        // Where one kernel multiplies, gate's activation is computed again: 6f.
        Assert.Equal(8192.0 * ((13 * 4096) + (6 * 14336)), LayerActivations.BytesPerLayer(shape, 8192, 1, Recomputation.Flash, Parallelism.None, fused: true));
        Assert.False(shape.IsPublishedForm);
    }

    [Fact]
    public void BytesPerLayer_CollectedTable_ToTheByte() => Assert.All(Csv.Read("hardware", "layer-activations.csv"), static r =>
    {
        var shape = TransformerShape.Gpt((int)r.Number("layers"), (int)r.Number("hidden"), (int)r.Number("heads"), 51200);
        var s = (int)r.Number("sequence_length");
        double Bytes(Recomputation kept, Parallelism parallelism) => LayerActivations.BytesPerLayer(shape, s, 1, kept, parallelism);

        Assert.True(shape.IsPublishedForm);
        Assert.Equal(r.Number("bytes"), Bytes(Recomputation.None, Parallelism.None));
        Assert.Equal(r.Number("bytes_tensor"), Bytes(Recomputation.None, Tensor));
        Assert.Equal(r.Number("bytes_tensor_sequence"), Bytes(Recomputation.None, Sequence));
        Assert.Equal(r.Number("bytes_selective"), Bytes(Recomputation.Flash, Sequence));
        Assert.Equal(r.Number("bytes_full_recomputation"), Bytes(Recomputation.Full, Parallelism.None));
    });
}
