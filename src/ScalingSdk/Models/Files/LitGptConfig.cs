using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>litgpt's <c>model_config.yaml</c>, which a checkpoint has beside its weights: every size under litgpt's own names.</summary>
internal static class LitGptConfig
{
    // What makes LLaMA's layers of litgpt's one class; anything else there has parts that these sizes do not tell.
    private static readonly (string Key, string Value, bool WhereGiven)[] Llama =
    [
        ("norm-class-name", "RMSNorm", false), ("mlp-class-name", "LLaMAMLP", false), ("bias", "false", false), ("parallel-residual", "false", false),
        ("attn-bias", "false", true), ("attention-bias", "false", true), ("lm-head-bias", "false", true), ("norm-qk", "false", true),
        ("post-attention-norm", "false", true), ("post-mlp-norm", "false", true),
    ];

    public static (string? Config, string? Problem) Read(string text)
    {
        var arguments = FlatArguments.Read(text);
        if (!arguments.ContainsKey("n-embd") || !arguments.ContainsKey("norm-class-name") || !arguments.ContainsKey("n-layer"))
            return (null, null);
        var name = arguments.TryGetValue("name", out var given) ? given : "";
        foreach (var (key, value, whereGiven) in Llama)
        {
            if (arguments.TryGetValue(key, out var stated) ? !stated.Equals(value, StringComparison.OrdinalIgnoreCase) : !whereGiven)
            {
                return NamedModels.Config(name) is { } known
                    ? (known, null)
                    : (null, $"this is litgpt's model_config.yaml; it is counted where its layers are LLaMA's, and '{key.Replace('-', '_')}' is not '{value}'; pass the model's config.json");
            }
        }

        var json = new JsonWriter().StartObject();
        json.Name("model_type").Value("llama");
        json.Name("tie_word_embeddings").Value(arguments.TryGetValue("tie-embeddings", out var tied) && tied.Equals("true", StringComparison.OrdinalIgnoreCase));
        foreach (var (from, to) in new[]
        {
            ("n-embd", "hidden_size"), ("n-layer", "num_hidden_layers"), ("n-head", "num_attention_heads"), ("n-query-groups", "num_key_value_heads"),
            ("head-size", "head_dim"), ("intermediate-size", "intermediate_size"), ("block-size", "max_position_embeddings"),
        })
        {
            if (Number(arguments, from) is { } number)
                json.Name(to).Value(number);
        }

        if ((Number(arguments, "padded-vocab-size") ?? Number(arguments, "vocab-size")) is { } rows)
            json.Name("vocab_size").Value(rows);
        return (json.EndObject().ToString(), null);
    }

    private static long? Number(Dictionary<string, string> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
