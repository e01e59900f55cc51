using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

public sealed class BlocksTests
{
    private const string Qwen3Moe = """
        { "hidden_size": 2048, "vocabulary_size": 151936, "blocks": [
          { "layers": 48, "attention_heads": 32, "key_value_heads": 4, "head_size": 128, "qk_layernorm": true, "experts": 128, "active_experts": 8,
            "expert_intermediate_size": 768 } ] }
        """;

    [Fact]
    public void Blocks_OfQwen3_30B_AreItsCount()
    {
        var model = ModelFile.Spec(Qwen3Moe);

        Assert.Equal((30_532_122_624, 3_353_032_704), (model.Parameters.Total, model.Parameters.Active));
    }

    [Fact]
    public void Blocks_OfSeveralKinds_AreTheSumOfThem()
    {
        var model = ModelFile.Spec("""
            { "hidden_size": 64, "vocabulary_size": 100, "tied_embeddings": true, "blocks": [
              { "layers": 2, "attention_heads": 4, "intermediate_size": 128, "sliding_window": 8 },
              { "layers": 1, "intermediate_size": 256, "gated": false } ] }
            """);

        // Two of attention and SwiGLU with two norms, one of two matrices with one norm, the final norm, the table.
        Assert.Equal((2 * ((4 * 64 * 64) + (3 * 64 * 128) + 128)) + ((2 * 64 * 256) + 64) + 64 + 6_400, model.Parameters.Total);
        Assert.Equal((3, 8), (model.Layers, model.Parts.Layers[0].Attention!.Window!.Value));
    }

    [Theory]
    [InlineData("[]", "'blocks' is expected to be an array of objects such as { \"layers\": 24, \"attention_heads\": 16, \"intermediate_size\": 4096 }")]
    [InlineData("[3]", "'blocks' has '3'; expected objects such as { \"layers\": 24, \"attention_heads\": 16, \"intermediate_size\": 4096 }")]
    [InlineData("[{ \"layers\": 60000 }, { \"layers\": 60000 }]", "'blocks' have more than 65,536 layers together")]
    [InlineData("[{ \"layers\": 2, \"zigzags\": 4 }]", "'zigzags' is not a key of a model")]
    [InlineData("[{ \"attention_heads\": 4 }]", "'layers' is missing; 'blocks' needs it")]
    public void Blocks_ThatAreWrong_AreOneProblem(string blocks, string message) => Assert.Equal(message, Assert.Single(ModelFile.Read(
        $$"""{ "hidden_size": 64, "vocabulary_size": 100, "blocks": {{blocks}} }""", ModelOrigin.Spec).Problems).Message);

    // What no part of the count reads would be left out in silence.
    [Theory]
    [InlineData("{ \"layers\": 1, \"attention_heads\": 4, \"intermediate_size\": 128, \"kv_lora_rank\": 16 }", "'kv_lora_rank' is not counted in this block; remove it, or describe that part in a block of its own")]
    [InlineData("{ \"layers\": 1, \"key_value_heads\": 4, \"intermediate_size\": 128 }", "'key_value_heads' is not counted in this block, which has no 'attention_heads'; remove it, or describe that part in a block of its own")]
    [InlineData("{ \"layers\": 1, \"attention_heads\": 4, \"intermediate_size\": 128, \"experts\": 4, \"active_experts\": 1, \"expert_intermediate_size\": 32 }",
        "'intermediate_size' is not counted in this block, which has experts; remove it, or describe that part in a block of its own")]
    public void Block_WithAKeyThatItDoesNotCount_IsRefused(string block, string message) => Assert.Equal(message, Assert.Single(ModelFile.Read(
        $$"""{ "hidden_size": 64, "vocabulary_size": 100, "blocks": [{{block}}] }""", ModelOrigin.Spec).Problems).Message);

    [Theory]
    [InlineData("\"layers\": 12", "'layers' stands beside 'blocks', each of which has its own; move it into them, or remove it")]
    [InlineData("\"num_experts\": 12", "'num_experts' stands beside 'blocks', each of which has its own; move it into them, or remove it")]
    [InlineData("\"architecture\": \"llama\"", "'architecture' and 'blocks' both describe the layers; remove one of them")]
    public void Blocks_BesideWhatDescribesTheLayersToo_AreRefused(string member, string message) => Assert.Equal(message, Assert.Single(ModelFile.Read(
        $$"""{ "hidden_size": 64, "vocabulary_size": 100, {{member}}, "blocks": [{ "layers": 1, "attention_heads": 4, "intermediate_size": 128 }] }""", ModelOrigin.Spec).Problems).Message);

    [Theory]
    [InlineData("kimi_linear")]
    [InlineData("our_own")]
    public void Blocks_WithANameThatIsNotCounted_AreCounted(string name) => Assert.Equal(53_952, ModelFile.Spec(
        $$"""{ "architecture": "{{name}}", "hidden_size": 64, "vocabulary_size": 100, "blocks": [{ "layers": 1, "attention_heads": 4, "intermediate_size": 128 }] }""").Parameters.Total);
}
