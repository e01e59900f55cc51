using System.Globalization;
using System.Numerics;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;

namespace ScalingSdk.Tests.Models;

/// <summary>Published training FLOPs, to their printed digits.</summary>
public sealed class FlopsGoldenTests
{
    private const int TrainedOn = 2048;

    [Theory]
    [InlineData("GPT-3 Small", "gpt3-small", 300e9, 2.25e20)]
    [InlineData("GPT-3 Medium", "gpt3-medium", 300e9, 6.41e20)]
    [InlineData("GPT-3 Large", "gpt3-large", 300e9, 1.37e21)]
    [InlineData("GPT-3 2.7B", "gpt3-2.7b", 300e9, 4.77e21)]
    [InlineData("GPT-3 6.7B", "gpt3-6.7b", 300e9, 1.20e22)]
    [InlineData("GPT-3 13B", "gpt3-13b-d5120", 300e9, 2.31e22)]
    [InlineData("GPT-3 175B", "gpt3-175b", 300e9, 3.14e23)]
    [InlineData("BERT-Base", "bert-base-uncased", 250e9, 1.64e20)]
    [InlineData("Llama 3.1 405B", "llama-3.1-405b", 15.6e12, 3.8e25)]
    public void SixN_TableD1AndLlama_AgreesWithinFiveInAThousand(string run, string shape, double tokens, double published)
    {
        var flops = Flops(FlopsConventions.SixN, Reconstructed.Model(shape), TrainedOn) * tokens;

        Assert.True(Math.Abs((flops / published) - 1) < 0.0051, run);
    }

    /// <summary>Table D.1 takes half of T5's parameters for each token (and 11.0B for what counts 11.3B).</summary>
    [Fact]
    public void SixN_EncoderDecoder_IsThreeN() =>
        Assert.Equal(3 * 11_307_321_344, (long)FlopsConventions.SixN.Training(Reconstructed.Model("t5-11b"), TrainedOn).Flops!.Value);

    [Fact]
    public void SixN_EveryGoldenRow_IsSixTimesTheProduct()
    {
        foreach (var row in Csv.Read("models", "training-flops.csv"))
        {
            var product = 6 * row.Number("parameters") * row.Number("tokens");
            Assert.True(Math.Abs((product / row.Number("six_n_d")) - 1) < 0.0021, row["run"]);
            if (row.NumberOrNull("published") is { } published)
                Assert.Equal(row.Number("published_over_six_n_d"), published / product, 2e-3);
        }
    }

    [Fact]
    public void Palm_540B_IsThePublishedBudget()
    {
        // 118 layers of 48 heads of 256; 540.35B parameters as printed, 780B tokens.
        var attention = 12 * BigInteger.Parse("118", CultureInfo.InvariantCulture) * 48 * 256 * TrainedOn;

        Assert.Equal(2.56e24, ((6 * 540.35e9) + (double)attention) * 780e9, 0.005e24);
    }

    [Fact]
    public void Palm_Llama_IsSixNAndTheWholeSquare()
    {
        var model = Reconstructed.Model("llama-2-7b");

        Assert.Equal((6 * 6_738_415_616) + (12L * 32 * 4096 * 2048), (long)FlopsConventions.Palm.Training(model, 2048).Flops!.Value);
    }

    [Fact]
    public void ChinchillaTableA4_EveryRow_IsThePublishedRatio()
    {
        foreach (var row in Csv.Read("models", "chinchilla-table-a4.csv"))
        {
            var model = ModelFile.Config(FormattableString.Invariant($$"""
                { "model_type": "gpt2", "n_layer": {{row["layers"]}}, "n_embd": {{row["d"]}}, "n_inner": {{row["ffw"]}},
                  "n_head": {{row["heads"]}}, "n_positions": 2048, "vocab_size": 32000 }
                """));
            var sixN = 6 * row.Number("parameters");

            Assert.Equal(row.Number("ratio_no_vocab"), Flops(FlopsConventions.ChinchillaTableA4, model, 2048) / sixN, 5e-4);
            Assert.Equal(row.Number("published_ratio"), Flops(FlopsConventions.ChinchillaTableA4, model, 2048) / sixN, 5.1e-3);
            Assert.Equal(row.Number("ratio_with_embed_and_logits"), Flops(FlopsConventions.Chinchilla, model, 2048) / sixN, 5e-4);
        }
    }

    [Fact]
    public void Verl_EveryGoldenBatch_IsTheSameInteger()
    {
        foreach (var row in Csv.Read("models", "verl-flops.csv"))
        {
            var model = Reconstructed.Model(row["model"] switch { "llama2-7B" => "llama-2-7b", var name => name });
            var sum = row["sequence_lengths"].Trim('[', ']').Split(',').Select(static s => int.Parse(s, CultureInfo.InvariantCulture))
                .Aggregate(BigInteger.Zero, (sum, length) => sum + (FlopsConventions.Verl.Training(model, length).Flops!.Value * length));

            Assert.Equal(BigInteger.Parse(row["flops"], CultureInfo.InvariantCulture), sum);
        }
    }

    [Theory]
    [InlineData(8, 512, 0.43, 1.32)]
    [InlineData(80, 8192, 0.92, 0.94)]
    public void DeepSeekM_Table3_HasThePublishedRatios(int layers, int width, double withoutVocabulary, double withVocabulary)
    {
        var model = ModelFile.Spec(FormattableString.Invariant($$"""
            { "architecture": "gpt2", "layers": {{layers}}, "hidden_size": {{width}}, "attention_heads": 8, "vocabulary_size": 102400, "context_length": 4096 }
            """));
        var m = Flops(FlopsConventions.DeepSeekM, model, 4096);
        double squares = 72d * layers * width * width;

        Assert.Equal(withoutVocabulary, squares / m, 5e-3);
        Assert.Equal(withVocabulary, (squares + (6d * 102400 * width)) / m, 5e-3);
        Assert.Equal(m, model.SizeAt(4096).FlopsPerToken!.Value.Flops);
    }

    [Theory]
    [InlineData(48, 6144, 64, 1.0519)]
    [InlineData(96, 12288, 96, 1.0269)]
    [InlineData(105, 20480, 128, 1.0164)]
    [InlineData(128, 25600, 160, 1.0131)]
    public void Korthikanti_Table3_HasTheRatioOfHardwareToModel(int layers, int width, int heads, double ratio)
    {
        var model = ModelFile.Spec(FormattableString.Invariant($$"""
            { "architecture": "gpt2", "layers": {{layers}}, "hidden_size": {{width}}, "attention_heads": {{heads}}, "vocabulary_size": 51200, "context_length": 2048 }
            """));

        Assert.Equal(ratio, Flops(FlopsConventions.KorthikantiHardware, model, 2048) / Flops(FlopsConventions.KorthikantiModel, model, 2048), 5e-5);
    }

    [Fact]
    public void Megatron_Gpt3_IsEquation3PerToken()
    {
        const double H = 12288, L = 96, S = 2048, V = 50257;

        Assert.Equal(
            96 * L * H * H * (1 + (S / (6 * H)) + (V / (16 * L * H))),
            Flops(FlopsConventions.Megatron, Reconstructed.Model("gpt3-175b"), 2048),
            1e3);
    }

    [Fact]
    public void Kaplan_Gpt2Small_IsTable1()
    {
        var expected = 3 * ((2 * 84_934_656L) + (2 * 12 * 1024 * 768));

        Assert.Equal(expected, (long)FlopsConventions.Kaplan.Training(Reconstructed.Model("gpt2"), 1024).Flops!.Value);
    }

    private static double Flops(FlopsConvention convention, ModelDescription model, int length) => (double)convention.Training(model, length).Flops!.Value;
}
