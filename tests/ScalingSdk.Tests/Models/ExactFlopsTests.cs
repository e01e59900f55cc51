using System.Globalization;
using System.Numerics;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;

namespace ScalingSdk.Tests.Models;

public sealed class ExactFlopsTests
{
    [Theory]
    [InlineData(nameof(AttentionMask.Full), 854_438_400)]
    [InlineData(nameof(AttentionMask.Causal), 797_815_296)]
    public void Exact_Gpt2Small_IsMatricesHeadAndAttention(string mask, long expected)
    {
        // 6 (84,934,656 + 50257 x 768) + {12 | 6} x 12 x 768 x 1024.
        Assert.Equal(expected, FlopsPerToken.Exact(Reconstructed.Model("gpt2"), 1024, Enum.Parse<AttentionMask>(mask)));
    }

    [Fact]
    public void Exact_AnyModel_IsThreeTimesTheForwardPass()
    {
        var model = Reconstructed.Model("llama-3-8b");

        Assert.Equal(3 * FlopsPerToken.Forward(model, 8192, AttentionMask.Causal), FlopsPerToken.Exact(model, 8192, AttentionMask.Causal));
    }

    /// <summary>The published forms take norms and biases into the matrices: the difference is six times them.</summary>
    [Theory]
    [InlineData("GPT-2 small", "gpt2")]
    [InlineData("Pythia-70M", "pythia-70m")]
    [InlineData("Pythia-12B", "pythia-12b")]
    [InlineData("GPT-3 175B", "gpt3-175b")]
    [InlineData("LLaMA 7B", "llama-7b")]
    [InlineData("Llama 3 8B", "llama-3-8b")]
    [InlineData("Llama 3.1 8B @131072", "llama-3.1-8b")]
    [InlineData("Llama 3.1 405B", "llama-3.1-405b")]
    [InlineData("Qwen2.5 0.5B", "qwen2.5-0.5b")]
    [InlineData("Mixtral 8x7B", "mixtral-8x7b-v0.1")]
    [InlineData("DeepSeek-V3", "deepseek-v3")]
    [InlineData("SmolLM2 135M", "smollm2-135m")]
    public void Exact_RowOfTheTableOfForms_DiffersByNormsAndBiases(string name, string file)
    {
        var row = Csv.Read("models", "flops-conventions.csv").Single(row => row.Is("model", name));
        var model = ModelFile.Published(file);
        var length = int.Parse(row["sequence_length"], CultureInfo.InvariantCulture);
        var others = 6 * (model.Parameters.ActiveNonEmbedding - model.Parameters.ActiveNonEmbeddingWeights);

        Assert.Equal(Integer(row, "causal_matmul"), others + FlopsPerToken.Exact(model, length, AttentionMask.Causal));
        Assert.Equal(Integer(row, "full_matmul"), others + FlopsPerToken.Exact(model, length, AttentionMask.Full));
        Assert.Equal(Integer(row, "palm"), FlopsConventions.Palm.Training(model, length).Flops);
        Assert.Equal(Integer(row, "six_n_active"), FlopsConventions.SixN.Training(model, length).Flops);
        if (FlopsConventions.DeepSeekM.Training(model, length).Flops is { } m)
            Assert.Equal(Integer(row, "deepseek_M"), m);
    }

    [Fact]
    public void Exact_GroupedQueries_CostAsMuchAttentionAsFullHeads()
    {
        var grouped = Llama(keyValueHeads: 2);
        var full = Llama(keyValueHeads: 8);

        Assert.Equal(AttentionPart(full, 4096), AttentionPart(grouped, 4096));
    }

    [Fact]
    public void Exact_LatentAttention_CountsQueryKeyAndValueWidths()
    {
        var model = Reconstructed.Model("deepseek-v3");

        // 61 layers, 128 heads, 128 + 64 + 128 wide, 6 FLOPs per element of the causal half's mean T/2 keys.
        Assert.Equal(61L * 128 * (128 + 64 + 128) * 3 * 4096, AttentionPart(model, 4096));
    }

    [Theory]
    [InlineData(1024, 1024 / 2.0)]
    [InlineData(4096, 4096 / 2.0)]
    [InlineData(16384, 4096 - (4096.0 * 4096 / (2 * 16384)))]
    public void Exact_SlidingWindow_SeesTheWindowAtMost(int length, double meanKeys)
    {
        var model = Mistral(window: 4096);

        Assert.Equal(12.0 * 2 * 512 * meanKeys, (double)AttentionPart(model, length), 0.5);
    }

    [Fact]
    public void Exact_SlidingWindowUnderFullMask_IsTheShorterOfBoth() =>
        Assert.Equal(
            12L * 2 * 512 * 4096,
            FlopsPerToken.Exact(Mistral(window: 4096), 16384, AttentionMask.Full) - (6 * FlopsPerToken.MatrixWeights(Mistral(window: 4096))));

    [Fact]
    public void Exact_EncoderDecoder_IsTheMeanOverInputAndTarget()
    {
        var model = ModelFile.Config("""
            { "model_type": "t5", "d_model": 8, "d_kv": 4, "num_heads": 2, "d_ff": 16, "num_layers": 1, "vocab_size": 10 }
            """);

        // Matrices: encoder 4 x 64 + 2 x 128, decoder 8 x 64 + 2 x 128, head 80; attention 16 wide: self and cross full, self causal.
        var forwardOfPair = (2 * (512 + 768 + 80) * 4) + (16 * (32 + 32 + 16));

        Assert.Equal(3 * forwardOfPair / 8, FlopsPerToken.Exact(model, 4, AttentionMask.Causal));
    }

    [Fact]
    public void Exact_Encoder_SeesTheWholeSquareUnderEitherMask()
    {
        var model = Reconstructed.Model("bert-base-uncased");

        Assert.Equal(FlopsPerToken.Exact(model, 512, AttentionMask.Full), FlopsPerToken.Exact(model, 512, AttentionMask.Causal));
    }

    [Fact]
    public void Exact_WidestModel_IsBeyondLong()
    {
        var model = ModelFile.Spec("""
            { "architecture": "llama", "layers": 1000, "hidden_size": 20000000, "attention_heads": 1, "intermediate_size": 20000000, "vocabulary_size": 1000 }
            """);

        Assert.True(FlopsPerToken.Exact(model, 1, AttentionMask.Full) > long.MaxValue);
    }

    [Fact]
    public void Training_ShapesOutsideAConvention_AreRefusedWithTheReason()
    {
        Assert.Equal("it counts multi-head attention, and this model has 8 key-value heads for 32 heads", Why(FlopsConventions.DeepSeekM, "llama-3-8b"));
        Assert.Equal("it counts a dense feed-forward, and this model has 8 experts", Why(FlopsConventions.DeepSeekM, "mixtral-8x7b"));
        Assert.Equal("it counts attention as wide as the model, and this model has 16 x 256 for 3072", Why(FlopsConventions.DeepSeekM, "gemma-7b"));
        Assert.Equal("it counts a feed-forward of two matrices, and this model's has three", Why(FlopsConventions.Chinchilla, "llama-2-7b"));
        Assert.Equal("it counts a decoder that reads one sequence", Why(FlopsConventions.Palm, "t5-small"));
    }

    [Fact]
    public void Training_WidthFarFromTwelveSquares_IsRefused()
    {
        var model = ModelFile.Spec("""
            { "architecture": "gpt2", "layers": 2, "hidden_size": 64, "attention_heads": 4, "intermediate_size": 224, "vocabulary_size": 100, "context_length": 32 }
            """);

        Assert.Equal("it counts 12 d^2 weights in a layer, and this model has 11 d^2", FlopsConventions.DeepSeekM.Training(model, 32).WhyNone);
    }

    [Fact]
    public void All_Conventions_HaveIdsNamesAndSourcesOfTheirOwn()
    {
        Assert.Equal(13, FlopsConventions.All.Select(static c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(13, FlopsConventions.All.Select(static c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FlopsConventions.All, static c => Assert.NotEmpty(c.Source + c.Counts));
    }

    private static string? Why(FlopsConvention convention, string shape) => convention.Training(Reconstructed.Model(shape), 2048).WhyNone;

    private static BigInteger AttentionPart(ModelDescription model, int length) =>
        FlopsPerToken.Exact(model, length, AttentionMask.Causal) - (6 * FlopsPerToken.MatrixWeights(model));

    private static ModelDescription Llama(int keyValueHeads) => ModelFile.Spec(FormattableString.Invariant($$"""
        { "architecture": "llama", "layers": 2, "hidden_size": 512, "attention_heads": 8, "key_value_heads": {{keyValueHeads}},
          "intermediate_size": 1024, "vocabulary_size": 1000 }
        """));

    private static ModelDescription Mistral(int window) => ModelFile.Spec(FormattableString.Invariant($$"""
        { "architecture": "mistral", "layers": 2, "hidden_size": 512, "attention_heads": 8, "intermediate_size": 1024,
          "vocabulary_size": 1000, "sliding_window": {{window}} }
        """));

    private static BigInteger Integer(CsvRow row, string column) => BigInteger.Parse(row[column], CultureInfo.InvariantCulture);
}
