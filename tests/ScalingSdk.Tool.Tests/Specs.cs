namespace ScalingSdk.Tool.Tests;

/// <summary>Specs that the tests share.</summary>
internal static class Specs
{
    public const string Gpt2Config = """
        { "model_type": "gpt2", "n_layer": 12, "n_embd": 768, "n_head": 12, "vocab_size": 50257, "n_positions": 1024 }
        """;

    public const string MixtralConfig = """
        { "model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 8, "num_local_experts": 8, "num_experts_per_tok": 2, "vocab_size": 32000, "max_position_embeddings": 32768,
          "tie_word_embeddings": false }
        """;

    /// <summary>One warning, on line 4, column 30.</summary>
    public const string Warned = """
        {
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12,
                     "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "unique_tokens": "2B", "tokens": "3.13B" }, // all there is
          "suppress": { "SCALE3001": "the vocabulary of the published weights" }
        }
        """;

    /// <summary>An error on line 1: the unit does not fit.</summary>
    public const string BadUnit = """{ "model": { "parameters": "124M" }, "data": { "tokens": "10 apples" } }""";

    /// <summary>No JSON.</summary>
    public const string Broken = "{ \"model\": ";

    /// <summary>An encoder-decoder.</summary>
    public const string T5Config = """
        { "model_type": "t5", "d_model": 512, "d_ff": 2048, "d_kv": 64, "num_layers": 6, "num_heads": 8, "vocab_size": 32128 }
        """;
}
