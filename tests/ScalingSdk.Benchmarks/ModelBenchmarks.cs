using System.Numerics;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Benchmarks;

/// <summary>Reading and counting one configuration: below 50 us and 20 KB.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    // As long as the file of a routed model, with keys that change no count.
    private const string Config = """
        {
          "architectures": ["DeepseekV3ForCausalLM"], "attention_bias": false, "attention_dropout": 0.0, "bos_token_id": 0, "eos_token_id": 1,
          "ep_size": 1, "first_k_dense_replace": 3, "hidden_act": "silu", "hidden_size": 7168, "initializer_range": 0.02,
          "intermediate_size": 18432, "kv_lora_rank": 512, "max_position_embeddings": 163840, "model_type": "deepseek_v3",
          "moe_intermediate_size": 2048, "moe_layer_freq": 1, "n_group": 8, "n_routed_experts": 256, "n_shared_experts": 1,
          "norm_topk_prob": true, "num_attention_heads": 128, "num_experts_per_tok": 8, "num_hidden_layers": 61, "num_key_value_heads": 128,
          "num_nextn_predict_layers": 1, "q_lora_rank": 1536, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "rms_norm_eps": 1e-06,
          "rope_theta": 10000, "routed_scaling_factor": 2.5, "scoring_func": "sigmoid", "tie_word_embeddings": false, "topk_group": 4,
          "topk_method": "noaux_tc", "torch_dtype": "bfloat16", "transformers_version": "4.33.1", "use_cache": true, "v_head_dim": 128,
          "vocab_size": 129280
        }
        """;

    // 95 published configurations of 28 architectures.
    private const int Published = 95;

    private readonly string[] _published = Texts();

    private readonly ModelDescription _model = Read();

    [Benchmark(Baseline = true)]
    public long ReadAndCount() => Read().Parameters.Total;

    [Benchmark(OperationsPerInvoke = Published)]
    public long ReadAndCountPublished()
    {
        long total = 0;
        foreach (var text in _published)
            total += Read(text)?.Parameters.Total ?? 0;
        return total;
    }

    [Benchmark]
    public BigInteger ExactFlops() => FlopsPerToken.Exact(_model, 4096, AttentionMask.Causal);

    [Benchmark]
    public int Breakdown() => Read().Components.Count;

    private static ModelDescription Read() => Read(Config)!;

    private static ModelDescription? Read(string text) => ModelReader.Read((JsonObject)JsonReader.Read(text).Root!, ModelOrigin.ConfigFile).Model;

    private static string[] Texts()
    {
        using var stream = typeof(ModelBenchmarks).Assembly.GetManifestResourceStream("configurations.json")!;
        using var document = JsonDocument.Parse(stream);
        string[] texts = [.. document.RootElement.EnumerateObject().Select(static member => member.Value.GetRawText())];
        return texts.Length == Published ? texts : throw new InvalidOperationException($"the table has {texts.Length} configurations: write it in '{nameof(Published)}'");
    }
}
