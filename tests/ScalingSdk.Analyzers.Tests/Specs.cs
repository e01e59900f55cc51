namespace ScalingSdk.Analyzers.Tests;

/// <summary>The specs that the tests stand on.</summary>
internal static class Specs
{
    /// <summary>GPT-2 small on 10B tokens of 2B unique ones: below its threshold.</summary>
    public const string Gpt2Small = """
        {
          "name": "Gpt2Small",
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12,
                     "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "10B", "unique_tokens": "2B" },
          "suppress": { "SCALE3001": "the vocabulary of the published weights" }
        }
        """;

    /// <summary>A size and nothing else.</summary>
    public const string Nominal = """
        { "name": "Nominal", "model": { "parameters": "124M" } }
        """;

    /// <summary>Llama 2 7B by its config, on enough tokens.</summary>
    public const string Llama2 = """
        {
          "name": "Llama2",
          "model": { "config": "config.json" },
          "data": { "tokens": "2T", "unique_tokens": "2T" }
        }
        """;

    /// <summary>The config of Llama 2 7B, as far as it is counted.</summary>
    public const string Llama2Config = """
        {
          "architectures": ["LlamaForCausalLM"],
          "model_type": "llama",
          "hidden_size": 4096,
          "intermediate_size": 11008,
          "max_position_embeddings": 4096,
          "num_attention_heads": 32,
          "num_hidden_layers": 32,
          "num_key_value_heads": 32,
          "tie_word_embeddings": false,
          "vocab_size": 32000
        }
        """;

    /// <summary>GPT-2 small under another name.</summary>
    public static string Named(string name) => Gpt2Small.Replace("Gpt2Small", name, StringComparison.Ordinal);
}
