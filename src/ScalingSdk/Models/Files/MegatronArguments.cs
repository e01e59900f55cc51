using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>A model in the arguments of Megatron-LM: a shell script's <c>--num-layers 48</c> or the <c>num_layers: 48</c> of a YAML file.</summary>
internal static class MegatronArguments
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["num-layers"] = "num_hidden_layers",
        ["hidden-size"] = "hidden_size",
        ["ffn-hidden-size"] = "intermediate_size",
        ["num-attention-heads"] = "num_attention_heads",
        ["num-query-groups"] = "num_key_value_heads",
        ["kv-channels"] = "head_dim",
        ["max-position-embeddings"] = "max_position_embeddings",
        ["num-experts"] = "num_experts",
        ["moe-router-topk"] = "num_experts_per_tok",
        ["moe-ffn-hidden-size"] = "moe_intermediate_size",
    };

    /// <summary>The sizes as a config.json has them, or null where the text is not of that kind; with why where it cannot be told which model it is.</summary>
    public static (string? Config, string? Problem) Read(string text)
    {
        var arguments = FlatArguments.Read(text);
        if (!arguments.ContainsKey("num-layers") || !arguments.ContainsKey("hidden-size"))
            return (null, null);
        var whose = IsNeoX(arguments) ? "GPT-NeoX" : "Megatron-LM";
        if (Keys.Keys.Append("vocab-size").Append("padded-vocab-size").FirstOrDefault(key => IsComputed(arguments, key)) is { } computed)
            return (null, $"these are {whose}'s arguments, and '{computed}' is '{Text.Excerpt.Of(arguments[computed])}' there; write the number, or pass the model's config.json");
        if (Vocabulary(arguments) is not { } vocabulary)
            return (null, $"these are {whose}'s arguments without 'vocab-size', which the tokenizer decides there; add it, or pass the model's config.json");
        if ((IsNeoX(arguments) ? NeoXType(arguments, out var missing) : Type(arguments, out missing)) is not { } type)
            return (null, $"these are {whose}'s arguments; {missing}");
        var json = new JsonWriter().StartObject();
        json.Name("model_type").Value(type);
        json.Name("vocab_size").Value(vocabulary);
        json.Name("tie_word_embeddings").Value(IsTied(arguments));
        foreach (var key in Keys)
        {
            var (from, to) = type is "mixtral" && key.Key is "moe-ffn-hidden-size" ? (key.Key, "intermediate_size") : (key.Key, key.Value);
            var hidden = type is "mixtral" && key.Key is "ffn-hidden-size" && arguments.ContainsKey("moe-ffn-hidden-size");
            if (!hidden && Number(arguments, from) is { } number && !(from is "num-query-groups" && !Grouped(arguments)))
                json.Name(to).Value(number);
        }

        if (!arguments.ContainsKey("ffn-hidden-size") && Number(arguments, "hidden-size") is { } width)
            json.Name("intermediate_size").Value(4 * width);
        return (json.EndObject().ToString(), null);
    }

    // "1", or Python's "[1]*48".
    private static bool EveryLayer(string pattern) => pattern.Replace(" ", "").Trim('(', ')', '\'', '"') is var bare
        && (bare is "1" || (bare.StartsWith("[1]*", StringComparison.Ordinal) && bare.Substring(4).All(char.IsDigit)));

    // Without flags Megatron-LM trains GPT-2's layers; all of these together make LLaMA's, and a few more those that follow it.
    private static string? Type(Dictionary<string, string> arguments, out string missing)
    {
        var flags = new (string Flag, bool On)[]
        {
            ("--swiglu", On(arguments, "swiglu") || On(arguments, "gated-linear-unit") || Is(arguments, "activation", "fast-swiglu", "swiglu")),
            ("--normalization RMSNorm", Is(arguments, "normalization", "RMSNorm")),
            ("--disable-bias-linear", On(arguments, "disable-bias-linear") || Is(arguments, "add-bias-linear", "false") || Is(arguments, "bias", "false")),
            ("--position-embedding-type rope", On(arguments, "use-rotary-position-embeddings") || Is(arguments, "position-embedding-type", "rope", "yarn")),
        };
        var experts = Number(arguments, "num-experts") is not null;
        missing = "";
        if (flags.All(static flag => !flag.On) && !experts && !Grouped(arguments))
            return "gpt2";
        if (!flags.All(static flag => flag.On))
        {
            var absent = string.Join(", ", flags.Where(static flag => !flag.On).Select(static flag => $"'{flag.Flag}'"));
            missing = $"without {absent} they have biases, LayerNorms or learned positions that no known architecture has beside the rest: add what the run has, or pass the model's config.json";
            return null;
        }

        if (On(arguments, "multi-latent-attention") || Number(arguments, "moe-shared-expert-intermediate-size") > 0 || (experts && On(arguments, "add-qkv-bias")))
        {
            missing = "latent attention and shared experts are not counted from them; pass the model's config.json";
            return null;
        }

        if (experts && arguments.TryGetValue("moe-layer-freq", out var pattern) && !EveryLayer(pattern))
        {
            missing = "layers without experts among those with ('moe-layer-freq') are not counted from them; pass the model's config.json";
            return null;
        }

        var norms = On(arguments, "qk-layernorm");
        return experts ? norms ? "qwen3_moe" : "mixtral" : On(arguments, "add-qkv-bias") ? "qwen2" : norms ? "qwen3" : "llama";
    }

    // A variable that the script computes, or one size by several branches.
    private static bool IsComputed(Dictionary<string, string> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && (value.Contains('$') || value.Contains(" or "));

    private static bool IsNeoX(Dictionary<string, string> arguments) =>
        arguments.ContainsKey("pos-emb") || arguments.ContainsKey("no-weight-tying") || arguments.ContainsKey("gpt-j-residual");

    // Pythia's layers; other norms, activations and positions make models that no config.json has the name of.
    private static string? NeoXType(Dictionary<string, string> arguments, out string missing)
    {
        missing = "only rotary positions, LayerNorms and a plain feed-forward are counted from them; pass the model's config.json";
        var plain = Is(arguments, "pos-emb", "rotary") && (!arguments.ContainsKey("norm") || Is(arguments, "norm", "layernorm"))
            && (!arguments.ContainsKey("activation") || Is(arguments, "activation", "gelu")) && !Grouped(arguments) && Number(arguments, "num-experts") is null;
        return plain ? "gpt_neox" : null;
    }

    // Megatron-LM ties unless it is told, GPT-NeoX too, NeMo and Megatron-Bridge say it the other way round.
    private static bool IsTied(Dictionary<string, string> arguments) => arguments.ContainsKey("share-embeddings-and-output-weights")
        ? On(arguments, "share-embeddings-and-output-weights")
        : !On(arguments, "untie-embeddings-and-output-weights") && !On(arguments, "no-weight-tying");

    private static bool Is(Dictionary<string, string> arguments, string name, params string[] values) =>
        arguments.TryGetValue(name, out var value) && values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool Grouped(Dictionary<string, string> arguments) => On(arguments, "group-query-attention") || arguments.ContainsKey("num-query-groups");

    // Padded to a multiple, times the tensor-parallel size, as Megatron-LM makes it.
    private static long? Vocabulary(Dictionary<string, string> arguments)
    {
        if ((Number(arguments, "padded-vocab-size") ?? Number(arguments, "vocab-size")) is not { } rows)
            return null;
        var multiple = Number(arguments, "make-vocab-size-divisible-by") is { } divisor ? divisor * (Number(arguments, "tensor-model-parallel-size") ?? 1) : 1;
        return multiple > 0 ? (rows + multiple - 1) / multiple * multiple : rows;
    }

    private static bool On(Dictionary<string, string> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static long? Number(Dictionary<string, string> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
