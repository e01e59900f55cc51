using ScalingSdk.Hardware.Memory;
using ScalingSdk.Tests.Models;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class TransformerShapeTests
{
    [Fact]
    public void Of_Gpt2WithDropout_IsThePublishedForm()
    {
        var model = ModelFile.Config("""
            { "model_type": "gpt2", "n_layer": 12, "n_embd": 768, "n_head": 12, "vocab_size": 50257, "n_positions": 1024 }
            """);

        var shape = TransformerShape.Of(model, dropout: true);

        Assert.Equal(TransformerShape.Gpt(12, 768, 12, 50257), shape);
        Assert.True(shape.IsPublishedForm);
    }

    [Fact]
    public void Of_GroupedAndGated_TakesItsWidths()
    {
        var model = ModelFile.Config("""
            { "model_type": "llama", "num_hidden_layers": 32, "hidden_size": 4096, "num_attention_heads": 32, "num_key_value_heads": 8,
              "intermediate_size": 14336, "vocab_size": 128256 }
            """);

        var shape = TransformerShape.Of(model);

        Assert.Equal((8, 128, 14336.0, true), (shape.KeyValueHeads, shape.HeadSize, shape.IntermediateSize, shape.Gated));
        Assert.False(shape.IsPublishedForm);
    }

    [Fact]
    public void Of_Routed_TakesTheExpertsOfOneToken()
    {
        var model = ModelFile.Config("""
            { "model_type": "mixtral", "num_hidden_layers": 32, "hidden_size": 4096, "num_attention_heads": 32, "num_key_value_heads": 8,
              "intermediate_size": 14336, "vocab_size": 32000, "num_local_experts": 8, "num_experts_per_tok": 2 }
            """);

        Assert.Equal(2 * 14336.0, TransformerShape.Of(model).IntermediateSize);
    }
}
