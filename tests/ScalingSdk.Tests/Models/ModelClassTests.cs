using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>The class that 'architectures' names decides about the head.</summary>
public sealed class ModelClassTests
{
    // 8,030,261,248 with its head of 128,256 x 4,096.
    private const long Llama8 = 8_030_261_248;
    private const long Headless = Llama8 - (128_256L * 4_096);

    [Theory]
    [InlineData("LlamaForCausalLM", "", Llama8)]
    [InlineData("LlamaForSequenceClassification", ", \"num_labels\": 1", Headless + 4_096)]
    [InlineData("LlamaForSequenceClassification", ", \"id2label\": { \"0\": \"LABEL_0\" }", Headless + 4_096)]
    [InlineData("LlamaForSequenceClassification", "", Headless + (2 * 4_096))]
    [InlineData("LlamaForTokenClassification", ", \"num_labels\": 3", Headless + (3 * 4_096) + 3)]
    [InlineData("LlamaForQuestionAnswering", "", Headless + (2 * 4_096) + 2)]
    [InlineData("LlamaModel", "", Headless)]
    public void Class_OfLlama8B_DecidesAboutTheHead(string name, string rest, long expected) => Assert.Equal(expected, Llama(name, rest).Parameters.Total);

    [Fact]
    public void Class_ATiedModelWithoutHead_KeepsItsTableAndHasNoHeadToMultiplyWith()
    {
        var model = Llama("LlamaModel", ", \"tie_word_embeddings\": true");

        Assert.Equal(Headless, model.Parameters.Total);
        Assert.False(model.TiedEmbeddings);
        Assert.Equal("the class is 'llama' without an output head: it ends in vectors", Assert.Single(model.Notes));
    }

    [Theory]
    [InlineData("LlamaForCausalLMEagle3")]
    [InlineData("LlamaForRewardModel")]
    [InlineData("Eagle3LlamaDraft")]
    [InlineData("Eagle3LlamaForCausalLM")]
    [InlineData("DeepSeekMTPModel")]
    [InlineData("GPT2DoubleHeadsModel")]
    public void Class_WithAHeadOfItsOwn_IsRefused(string name)
    {
        var problem = Assert.Single(ModelFile.Read(Json(name, ""), ModelOrigin.ConfigFile).Problems);

        Assert.Equal(
            $"'{name}' has a head or layers of its own, which the sizes do not say; give \"parameters\" instead, or the config.json of the model without it",
            problem.Message);
    }

    // distilbert-base-uncased-finetuned-sst-2: 66,955,010.
    [Fact]
    public void Class_ADistilBertClassifier_HasItsMatrixBeforeTheScore() => Assert.Equal(66_955_010, ModelFile.Config("""
        { "architectures": ["DistilBertForSequenceClassification"], "model_type": "distilbert", "dim": 768, "hidden_dim": 3072, "n_layers": 6, "n_heads": 12,
          "max_position_embeddings": 512, "vocab_size": 30522, "id2label": { "0": "NEGATIVE", "1": "POSITIVE" } }
        """).Parameters.Total);

    [Fact]
    public void Class_T5EncoderModel_IsTheEncoderAlone()
    {
        // Text encoder of Stable Diffusion 3: 4,762,310,656.
        var model = ModelFile.Config("""
            { "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": 4096, "d_kv": 64, "num_heads": 64, "d_ff": 10240, "num_layers": 24,
              "num_decoder_layers": 24, "feed_forward_proj": "gated-gelu", "tie_word_embeddings": false, "vocab_size": 32128 }
            """);

        Assert.Equal((4_762_310_656, ModelFamily.Encoder, 24), (model.Parameters.Total, model.Kind, model.Layers));
    }

    private static ModelDescription Llama(string name, string rest) => ModelFile.Config(Json(name, rest));

    private static string Json(string name, string rest) => $$"""
        { "architectures": ["{{name}}"], "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32,
          "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256{{rest}} }
        """;
}
