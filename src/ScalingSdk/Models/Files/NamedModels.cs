using ScalingSdk.Json;

namespace ScalingSdk.Models.Files;

/// <summary>Sizes of the models that trainers call by a name alone: litgpt's names, and torchtitan's with their flavor.</summary>
internal static class NamedModels
{
    // What names add to the same sizes; torchtitan's flavors add the kind of attention behind an underscore.
    private static readonly string[] Suffixes = ["-INSTRUCT", "-CHAT-HF", "-CHAT", "-HF", "-IT", "-BASE", "-DEDUPED"];

    // Width, layers, heads, key-value heads, inner width, vocabulary; head size where it is not the quotient.
    private static (string Names, Action<JsonWriter> Write)[] Rows { get; } =
    [
        ("Llama-2-7b", Sized("llama", 4096, 32, 32, 32, 11_008, 32_000)),
        ("Llama-2-13b", Sized("llama", 5120, 40, 40, 40, 13_824, 32_000)),
        ("Llama-2-70b", Sized("llama", 8192, 80, 64, 8, 28_672, 32_000)),
        ("Llama-3-8B|Llama-3.1-8B|llama3 8B", Sized("llama", 4096, 32, 32, 8, 14_336, 128_256)),
        ("Llama-3-70B|Llama-3.1-70B|Llama-3.3-70B|llama3 70B", Sized("llama", 8192, 80, 64, 8, 28_672, 128_256)),
        ("Llama-3.1-405B|llama3 405B", Sized("llama", 16_384, 126, 128, 8, 53_248, 128_256)),
        ("Llama-3.2-1B", Sized("llama", 2048, 16, 32, 8, 8192, 128_256, tied: true)),
        ("Llama-3.2-3B", Sized("llama", 3072, 28, 24, 8, 8192, 128_256, tied: true)),
        ("tiny-llama-1.1b", Sized("llama", 2048, 22, 32, 4, 5632, 32_000)),
        ("SmolLM2-135M", Sized("llama", 576, 30, 9, 3, 1536, 49_152, tied: true)),
        ("SmolLM2-360M", Sized("llama", 960, 32, 15, 5, 2560, 49_152, tied: true)),
        ("SmolLM2-1.7B", Sized("llama", 2048, 24, 32, 32, 8192, 49_152, tied: true)),
        ("Mistral-7B-v0.1", Sized("mistral", 4096, 32, 32, 8, 14_336, 32_000)),
        ("Mistral-7B-v0.3", Sized("mistral", 4096, 32, 32, 8, 14_336, 32_768)),
        ("Mixtral-8x7B-v0.1", Sized("mixtral", 4096, 32, 32, 8, 14_336, 32_000, experts: (8, 2, 0))),
        ("pythia-14m", Sized("gpt_neox", 128, 6, 4, 4, 512, 50_304)),
        ("pythia-70m", Sized("gpt_neox", 512, 6, 8, 8, 2048, 50_304)),
        ("pythia-160m", Sized("gpt_neox", 768, 12, 12, 12, 3072, 50_304)),
        ("pythia-410m", Sized("gpt_neox", 1024, 24, 16, 16, 4096, 50_304)),
        ("pythia-1b", Sized("gpt_neox", 2048, 16, 8, 8, 8192, 50_304)),
        ("pythia-1.4b", Sized("gpt_neox", 2048, 24, 16, 16, 8192, 50_304)),
        ("pythia-2.8b", Sized("gpt_neox", 2560, 32, 32, 32, 10_240, 50_304)),
        ("pythia-6.9b", Sized("gpt_neox", 4096, 32, 32, 32, 16_384, 50_432)),
        ("pythia-12b", Sized("gpt_neox", 5120, 36, 40, 40, 20_480, 50_688)),
        ("phi-1_5", Sized("phi", 2048, 24, 32, 32, 8192, 51_200)),
        ("phi-2", Sized("phi", 2560, 32, 32, 32, 10_240, 51_200)),
        ("phi-4", Sized("phi3", 5120, 40, 40, 10, 17_920, 100_352)),
        ("Gemma-2b", Sized("gemma", 2048, 18, 8, 1, 16_384, 256_000, tied: true, headSize: 256)),
        ("Gemma-7b", Sized("gemma", 3072, 28, 16, 16, 24_576, 256_000, tied: true, headSize: 256)),
        ("Gemma-2-2b", Sized("gemma2", 2304, 26, 8, 4, 9216, 256_000, tied: true, headSize: 256)),
        ("Gemma-2-9b", Sized("gemma2", 3584, 42, 16, 8, 14_336, 256_000, tied: true, headSize: 256)),
        ("Gemma-2-27b", Sized("gemma2", 4608, 46, 32, 16, 36_864, 256_000, tied: true, headSize: 128)),
        ("Qwen2.5-0.5B", Sized("qwen2", 896, 24, 14, 2, 4864, 151_936, tied: true)),
        ("Qwen2.5-1.5B", Sized("qwen2", 1536, 28, 12, 2, 8960, 151_936, tied: true)),
        ("Qwen2.5-3B", Sized("qwen2", 2048, 36, 16, 2, 11_008, 151_936, tied: true)),
        ("Qwen2.5-7B", Sized("qwen2", 3584, 28, 28, 4, 18_944, 152_064)),
        ("Qwen2.5-14B", Sized("qwen2", 5120, 48, 40, 8, 13_824, 152_064)),
        ("Qwen2.5-32B", Sized("qwen2", 5120, 64, 40, 8, 27_648, 152_064)),
        ("Qwen2.5-72B", Sized("qwen2", 8192, 80, 64, 8, 29_568, 152_064)),
        ("Qwen3-0.6B|qwen3 0.6B", Sized("qwen3", 1024, 28, 16, 8, 3072, 151_936, tied: true, headSize: 128)),
        ("Qwen3-1.7B|qwen3 1.7B", Sized("qwen3", 2048, 28, 16, 8, 6144, 151_936, tied: true, headSize: 128)),
        ("Qwen3-4B|qwen3 4B", Sized("qwen3", 2560, 36, 32, 8, 9728, 151_936, tied: true, headSize: 128)),
        ("Qwen3-8B|qwen3 8B", Sized("qwen3", 4096, 36, 32, 8, 12_288, 151_936, headSize: 128)),
        ("Qwen3-14B|qwen3 14B", Sized("qwen3", 5120, 40, 40, 8, 17_408, 151_936, headSize: 128)),
        ("Qwen3-32B|qwen3 32B", Sized("qwen3", 5120, 64, 64, 8, 25_600, 151_936, headSize: 128)),
        ("Qwen3-30B-A3B|qwen3 30B-A3B", Sized("qwen3_moe", 2048, 48, 32, 4, 6144, 151_936, headSize: 128, experts: (128, 8, 768))),
        ("Qwen3-235B-A22B|qwen3 235B-A22B", Sized("qwen3_moe", 4096, 94, 64, 4, 12_288, 151_936, headSize: 128, experts: (128, 8, 1536))),
        ("llama4 17bx16e", Llama4(experts: 16, every: 1)),
        ("llama4 17bx128e", Llama4(experts: 128, every: 2)),
        ("deepseek_v3 16B", DeepSeek("deepseek_v2", 2048, 27, 16, 10_944, 102_400, (64, 6, 1408, 2), dense: 1)),
        ("deepseek_v3 236B", DeepSeek("deepseek_v2", 5120, 60, 128, 12_288, 102_400, (160, 6, 1536, 2), dense: 1, queryRank: 1536)),
        ("deepseek_v3 671B", DeepSeek("deepseek_v3", 7168, 61, 128, 18_432, 129_280, (256, 8, 2048, 1), dense: 3, queryRank: 1536)),
    ];

    private static readonly Dictionary<string, Action<JsonWriter>> Sizes = Rows
        .SelectMany(static row => row.Names.Split('|'), static (row, name) => (Name: name.ToUpperInvariant(), row.Write))
        .ToDictionary(static row => row.Name, static row => row.Write, StringComparer.Ordinal);

    /// <summary>The sizes as a config.json has them; null for a name that is not known.</summary>
    public static string? Config(string name)
    {
        var key = name.Trim().ToUpperInvariant();
        foreach (var suffix in Suffixes)
        {
            if (key.EndsWith(suffix, StringComparison.Ordinal))
                key = key.Substring(0, key.Length - suffix.Length);
        }

        if (!Sizes.TryGetValue(key, out var write))
            return null;
        var json = new JsonWriter().StartObject();
        write(json);
        return json.EndObject().ToString();
    }

    /// <summary>The sizes of torchtitan's flavor of a model.</summary>
    public static string? OfTitan(string name, string flavor) => Config($"{name} {flavor.Split('_')[0]}");

    private static Action<JsonWriter> Sized(
        string type, long width, long layers, long heads, long groups, long inner, long vocabulary, bool tied = false, long headSize = 0,
        (long Count, long Active, long Width) experts = default) => json =>
        {
            Start(json, type, width, layers, heads, inner, vocabulary, tied);
            json.Name("num_key_value_heads").Value(groups);
            if (headSize > 0)
                json.Name("head_dim").Value(headSize);
            if (experts.Count > 0)
            {
                json.Name("num_experts").Value(experts.Count);
                json.Name("num_experts_per_tok").Value(experts.Active);
            }

            if (experts.Width > 0)
                json.Name("moe_intermediate_size").Value(experts.Width);
        };

    private static Action<JsonWriter> Llama4(long experts, long every) => json =>
    {
        Start(json, "llama4_text", 5120, 48, 40, 8192, 202_048, tied: false);
        json.Name("num_key_value_heads").Value(8L);
        json.Name("head_dim").Value(128L);
        json.Name("intermediate_size_mlp").Value(16_384L);
        json.Name("num_local_experts").Value(experts);
        json.Name("num_experts_per_tok").Value(1L);
        json.Name("interleave_moe_layer_step").Value(every);
    };

    private static Action<JsonWriter> DeepSeek(
        string type, long width, long layers, long heads, long inner, long vocabulary, (long Count, long Active, long Width, long Shared) experts, long dense,
        long queryRank = 0) => json =>
        {
            Start(json, type, width, layers, heads, inner, vocabulary, tied: false);
            if (queryRank > 0)
                json.Name("q_lora_rank").Value(queryRank);
            json.Name("kv_lora_rank").Value(512L);
            json.Name("qk_nope_head_dim").Value(128L);
            json.Name("qk_rope_head_dim").Value(64L);
            json.Name("v_head_dim").Value(128L);
            json.Name("n_routed_experts").Value(experts.Count);
            json.Name("num_experts_per_tok").Value(experts.Active);
            json.Name("moe_intermediate_size").Value(experts.Width);
            json.Name("n_shared_experts").Value(experts.Shared);
            json.Name("first_k_dense_replace").Value(dense);
        };

    private static void Start(JsonWriter json, string type, long width, long layers, long heads, long inner, long vocabulary, bool tied)
    {
        json.Name("model_type").Value(type);
        json.Name("hidden_size").Value(width);
        json.Name("num_hidden_layers").Value(layers);
        json.Name("num_attention_heads").Value(heads);
        json.Name("intermediate_size").Value(inner);
        json.Name("vocab_size").Value(vocabulary);
        json.Name("tie_word_embeddings").Value(tied);
    }
}
