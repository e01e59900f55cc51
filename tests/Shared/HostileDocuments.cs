namespace ScalingSdk.Testing;

/// <summary>One of each kind of document that the product reads, with every section and key that holds a text.</summary>
internal static class HostileDocuments
{
    /// <summary>A spec whose model is described.</summary>
    public const string Spec = """
        {
          "name": "Run", "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50304, "context_length": 1024, "parameters": "124M" },
          "data": { "tokens": "10B", "unique_tokens": "2B" },
          "training": { "optimizer": "adamw", "schedule": "cosine", "precision": "bf16", "parametrization": "mup" },
          "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%", "price_per_hour": "2 USD" },
          "limits": { "flops": "1e21", "time": "3 days", "cost": "2000 USD", "memory": "80 GB" },
          "inference": { "tokens": "1T" }, "laws": { "allocation": "besiroglu-2024", "batch": "zhang-2024" },
          "suppress": { "SCALE1001": "all there is" }
        }
        """;

    /// <summary>A spec that has its size from what there is to spend.</summary>
    public const string Budget = """{ "model": { "parameters": "1B" }, "budget": { "time": "3 days" }, "hardware": { "accelerator": "Mine", "peak_flops": "100 TFLOP/s", "memory": "80 GB", "count": 8, "power": "700 W" } }""";

    /// <summary>A model's configuration.</summary>
    public const string Config = """
        { "model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 256, "intermediate_size": 688, "num_hidden_layers": 4, "num_attention_heads": 4,
          "num_key_value_heads": 4, "vocab_size": 32000, "max_position_embeddings": 2048, "tie_word_embeddings": false, "hidden_act": "silu", "torch_dtype": "bfloat16",
          "rope_scaling": { "rope_type": "llama3" }, "layer_types": ["full_attention", "full_attention", "full_attention", "full_attention"] }
        """;

    /// <summary>A fitted law.</summary>
    public const string Law = """
        { "law": "mine", "form": "chinchilla", "parameters": "active", "constants": { "E": 1.8, "A": 480, "B": 2000, "alpha": 0.35, "beta": 0.36 },
          "range": { "parameters": [1e8, 1e9], "tokens": [1e9, 1e10], "flops": [1e18, 1e20] }, "not_identified": [], "fit": { "form": "x" } }
        """;

    /// <summary>A law as a formula.</summary>
    public const string Formula = """
        { "law": "mine", "form": "formula", "parameters": "active", "formula": "L = E0 + A*(N*E^g)^(-a) + B/D^b", "variables": { "N": "parameters", "D": "tokens", "E": "experts" },
          "constants": { "E0": 1.61, "A": 352, "g": 0.35, "a": 0.34, "B": 1457, "b": 0.36 }, "range": { "N": [1.6e7, 1e9] }, "fixed": { "Z": 1 } }
        """;

    /// <summary>A line of a training log.</summary>
    public const string Log = """{ "record": "run", "name": "A", "steps": 10, "tokens": 1000, "loss": 2.5, "state": "finished", "active_parameters": 100, "device": "cuda", "optimizer": "adamw", "corpus": "c4" }""";

    /// <summary>The manifest of a sweep.</summary>
    public const string Manifest = """{ "command": "true", "earlier": ["../runs.jsonl"], "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5, "seed": 1 } ] }""";

    /// <summary>A lock file.</summary>
    public const string Lock = """
        { "format": 1, "project": "app.csproj", "specs": { "Run.scaling.json": { "name": "Run", "inputs": { "data.tokens": "2B", "model.parameters": "1B" },
          "laws": { "allocation": "besiroglu-2024 Table 1" }, "constants": "0", "budgets": { "total_parameters": "1000000000" } } } }
        """;
}
