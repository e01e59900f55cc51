namespace ScalingSdk.Tool.Tests;

/// <summary>Specs that the tests share.</summary>
internal static class Specs
{
    public const string Gpt2Config = """
        { "model_type": "gpt2", "n_layer": 12, "n_embd": 768, "n_head": 12, "vocab_size": 50257, "n_positions": 1024 }
        """;

    /// <summary>One warning, on line 4, column 30.</summary>
    public const string Warned = """
        {
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12,
                     "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "unique_tokens": "2B" } // all there is
        }
        """;

    /// <summary>An error on line 1: the unit does not fit.</summary>
    public const string BadUnit = """{ "model": { "parameters": "124M" }, "data": { "tokens": "10 apples" } }""";

    /// <summary>No JSON.</summary>
    public const string Broken = "{ \"model\": ";
}
