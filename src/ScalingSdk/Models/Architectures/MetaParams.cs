using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>A params.json of Meta or Mistral: LLaMA, with experts in Llama 4 and Mixtral, with layers for images in Llama 3.2 Vision.</summary>
internal static class MetaParams
{
    // From this share of the total on, a head that may or may not be tied is no assumption any more.
    private const double LargestGuess = 0.1;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "dim", "n_layers", "n_heads", "n_kv_heads", "head_dim", "hidden_dim", "vocab_size", "multiple_of", "ffn_dim_multiplier", "norm_eps",
        "rope_theta", "use_scaled_rope", "rope_scaling_factor", "rope_high_freq_factor", "max_batch_size", "max_seq_len", "model_parallel_size",
        "sliding_window", "use_qk_norm", "nope_layer_interval", "attention_chunk_size", "attn_temperature_tuning", "floor_scale", "attn_scale",
        "tied_embeddings", "tie_word_embeddings", "weight_tying", "moe_args", "moe", "causal", "use_biases", "ffn_exp",
        "vision_chunk_size", "vision_max_num_chunks", "vision_num_cross_attention_layers", "vision_encoder", "vision_args", "max_position_embeddings",
        "yarn", "llama_4_scaling", "tie_embeddings", "rope_scaling",
    };

    public static ModelParts Describe(ModelConfig c, List<string> notes)
    {
        var fields = c.Fields;
        foreach (var member in fields.Section.Members)
        {
            if (!Known.Contains(member.Name) && member.Value is not JsonNull)
                fields.Refuse(ModelKeys.HiddenSize, $"'{member.Label}' is not a key of Meta's params.json that is counted; pass the model's config.json instead");
        }

        if (fields.Section.Find("use_biases")?.Value is JsonBoolean { Value: true })
            fields.Refuse(ModelKeys.HiddenSize, "'use_biases' is true, and Meta's params.json is counted without biases; pass the model's config.json instead");
        _ = c.Flag(ModelKeys.QueryKeyNorm, false);
        if (fields.Section.Find("vision_encoder")?.Value is JsonObject || fields.Section.Find("vision_args")?.Value is JsonObject)
            notes.Add("the text model alone is counted; the vision encoder is left out");
        var width = MetaWidth.Of(c);
        var attention = c.Attention();
        var dense = new Layer(attention, new GatedFeedForward(c.Hidden, width), 2 * Norm.Rms(c.Hidden));
        var model = Llama.Decoder(c, attention, dense.FeedForward!, Head.Of(c.Tied(false)));
        model = fields.Has(ModelKeys.MetaExperts) ? WithExperts(c, model, dense, width) : WithImages(c, model, dense, notes);
        model = model with { Layers = Windows.On(c, [.. model.Layers], static _ => true) };
        if (!fields.Has(ModelKeys.TiedEmbeddings) && fields.Sound)
            Tying(fields, model, notes);
        return model;
    }

    // Meta's files do not say whether the head is tied, and its two smallest Llama 3.2 are.
    private static void Tying(ModelFields fields, ModelParts model, List<string> notes)
    {
        var total = ParameterCounting.Count(model).Total;
        if (model.HeadWeights > LargestGuess * total)
        {
            fields.Refuse(ModelKeys.HiddenSize, string.Format(
                CultureInfo.InvariantCulture,
                "the file does not say whether the head is tied: {0:N0} parameters if it is, {1:N0} if not; add \"tied_embeddings\", or pass the model's config.json",
                total - model.HeadWeights, total));
        }

        notes.Add("the head is taken as untied: the file does not say");
    }

    private static ModelParts WithExperts(ModelConfig c, ModelParts model, Layer dense, long width)
    {
        var nested = new NestedNumbers(c.Fields, ModelKeys.MetaExperts);
        var (experts, active) = (nested.Need("num_experts"), nested.Of("top_k") ?? nested.Of("num_experts_per_tok") ?? 1);
        if (c.Fields.Section.Find("moe") is not null)
        {
            var mixtral = dense with { FeedForward = new RoutedExperts(c.Hidden, experts, active, width) };
            return model with { Layers = c.Stack(mixtral) };
        }

        // Half of the dense width for the one expert of many, half for the shared one.
        var one = MetaWidth.Of(c, dividedBy: 2);
        var sparse = dense with { FeedForward = new RoutedExperts(c.Hidden, experts, active, one) { SharedWidth = one } };
        var step = nested.Of("interleave_moe_layer_step") ?? 1;
        return model with { Layers = c.Stack(i => (i + 1) % step == 0 ? sparse : dense) };
    }

    private static ModelParts WithImages(ModelConfig c, ModelParts model, Layer layer, List<string> notes)
    {
        var crossed = c.Fields.CountOr(ModelKeys.MetaImageLayers, 0);
        if (crossed == 0)
            return model;
        notes.Add("the text model alone is counted, with its layers that attend to images; the vision encoder is left out");
        var attention = (GroupedQueryAttention)layer.Mixer!;
        var cross = layer with { Mixer = attention with { QueryKeyNorms = 2 * Norm.Rms(attention.HeadSize) }, Norms = checked(layer.Norms + 2) };
        return model with
        {
            Embeddings = c.Embeddings() with { Further = 8L * c.Hidden },
            Layers = [.. model.Layers, .. Enumerable.Repeat(cross, Math.Min(crossed, ModelFields.MostLayers))],
        };
    }
}
