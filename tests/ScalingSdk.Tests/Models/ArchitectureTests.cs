namespace ScalingSdk.Tests.Models;

/// <summary>What no golden row shows.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void PhiMoe_Phi35_IsTheHubsNumber() => Assert.Equal(41_873_153_344, ModelFile.Spec("""
        { "architecture": "phimoe", "hidden_size": 4096, "layers": 32, "attention_heads": 32, "key_value_heads": 8, "intermediate_size": 6400,
          "experts": 16, "active_experts": 2, "vocabulary_size": 32064 }
        """).Parameters.Total);

    [Fact]
    public void SmolLm3_3B_IsTheHubsNumber() => Assert.Equal(3_075_098_624, ModelFile.Spec("""
        { "architecture": "smollm3", "hidden_size": 2048, "layers": 36, "attention_heads": 16, "key_value_heads": 4, "intermediate_size": 11008,
          "vocabulary_size": 128256 }
        """).Parameters.Total);

    // mT5-small, CodeGen-350M, RoBERTa-base and DistilBERT-base on the Hub.
    [Theory]
    [InlineData("mt5", """ "d_ff": 1024, "d_kv": 64, "d_model": 512, "num_decoder_layers": 8, "num_heads": 6, "num_layers": 8, "vocab_size": 250112 """, 300_176_768)]
    [InlineData("codegen", """ "n_embd": 1024, "n_layer": 20, "n_head": 16, "n_positions": 2048, "vocab_size": 51200 """, 356_712_448)]
    [InlineData("roberta", """ "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072, "max_position_embeddings": 514, "type_vocab_size": 1, "vocab_size": 50265 """, 124_645_632)]
    [InlineData("distilbert", """ "dim": 768, "n_layers": 6, "n_heads": 12, "hidden_dim": 3072, "max_position_embeddings": 512, "vocab_size": 30522 """, 66_362_880)]
    public void Kin_OfCountedArchitectures_AreTheHubsNumbersUnderTheirOwnNames(string type, string sizes, long expected)
    {
        var model = ModelFile.Config($$"""{ "model_type": "{{type}}", {{sizes}} }""");

        Assert.Equal((type, expected), (model.Architecture, model.Parameters.Total));
    }

    [Fact]
    public void InternLm_7B_HasBiasesOnTheAttention() => Assert.Equal(4 * 4096 * 32, InternLm("true") - InternLm("false"));

    [Theory]
    [InlineData("mistral", "xxxxxxxxxxxx")]
    [InlineData("mixtral", "xxxxxxxxxxxx")]
    [InlineData("phi3", "xxxxxxxxxxxx")]
    [InlineData("gemma2", "x.x.x.x.x.x.")]
    [InlineData("gemma3_text", "xxxxx.xxxxx.")]
    [InlineData("gpt_neo", ".x.x.x.x.x.x")]
    [InlineData("llama", "............")]
    public void Windows_OfTheArchitecture_AreOnItsLocalLayers(string architecture, string expected)
    {
        var model = ModelFile.Config($$"""
            { "model_type": "{{architecture}}", "hidden_size": 64, "num_hidden_layers": 12, "num_attention_heads": 4, "intermediate_size": 128,
              {{(architecture is "mixtral" ? "\"num_experts\": 4, \"num_experts_per_tok\": 1, " : "")}}"vocab_size": 100, "max_position_embeddings": 64,
              "sliding_window": 8 }
            """);

        Assert.Equal(expected, string.Concat(model.Parts.Layers.Select(static layer => layer.Attention!.Window is 8 ? 'x' : '.')));
    }

    [Fact]
    public void EncoderDecoder_Components_AreNamedByStack()
    {
        var names = Reconstructed.Model("t5-small").Components.Select(static c => c.Name).Distinct(StringComparer.Ordinal);

        Assert.Equal(
            [
                "token embedding", "encoder attention", "encoder feed-forward", "encoder norms", "decoder attention", "decoder cross-attention",
                "decoder feed-forward", "decoder norms", "encoder relative positions", "encoder final norm", "decoder relative positions",
                "decoder final norm",
            ],
            names);
    }

    [Fact]
    public void Components_OfARoutedModel_AreActiveInPart()
    {
        var experts = Reconstructed.Model("mixtral-8x7b").Components.First(static c => c.Name is "experts");

        Assert.Equal((0, (8 * 3L * 4096 * 14336) + (8 * 4096), (2 * 3L * 4096 * 14336) + (8 * 4096)), (experts.Layer!.Value, experts.Count, experts.Active));
    }

    [Fact]
    public void Size_ForLaws_IsWhatATokenPasses()
    {
        var size = Reconstructed.Model("mixtral-8x7b").Size;

        Assert.Equal(46_702_792_704, size.Total.Count);
        Assert.Equal(12_879_925_248, size.Active.Count);
        Assert.Equal(12_617_781_248, size.NonEmbedding.Count);
        Assert.Equal(12_617_515_008, size.Weights.Count);
        Assert.Equal(12_617_515_008 + (32000 * 4096), size.WeightsWithHead!.Value.Count);
        Assert.Null(size.FlopsPerToken);
    }

    private static long InternLm(string bias) => ModelFile.Spec($$"""
        { "architecture": "internlm", "hidden_size": 4096, "layers": 32, "attention_heads": 32, "intermediate_size": 11008, "vocabulary_size": 103168, "bias": {{bias}} }
        """).Parameters.Total;
}
