using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tests.Specs;

/// <summary>Runs specs as a host would, with files of a folder that exists in memory alone.</summary>
internal static class SpecFixture
{
    public const string Gpt2SmallModel =
        """{ "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 }""";

    /// <summary>The same with its vocabulary padded, of which there is nothing to say.</summary>
    public const string PaddedGpt2 =
        """{ "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50304, "context_length": 1024 }""";

    public const string Llama2Config =
        """
        { "model_type": "llama", "hidden_size": 4096, "intermediate_size": 11008, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 32, "vocab_size": 32000, "max_position_embeddings": 4096, "tie_word_embeddings": false }
        """;

    public static SpecResult Run(string text, params (string Path, string Text)[] files) => SpecPipeline.Run(
        "dir/Sample.scaling.json", text, path => files.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault());

    /// <summary>The only finding above a suggestion.</summary>
    public static Finding TheFinding(SpecResult result) => Assert.Single(result.Findings, static finding => finding.Severity != Severity.Suggestion);

    /// <summary>The only finding of this rule.</summary>
    public static Finding TheFinding(string id, SpecResult result) => Assert.Single(Of(id, result));

    /// <summary>GPT-2 small, padded, with other sections.</summary>
    public static SpecResult Gpt2(string sections) => Run($$"""{ "model": {{PaddedGpt2}}, {{sections}} }""");

    public static IEnumerable<Finding> Of(string id, SpecResult result) =>
        result.Findings.Where(finding => string.Equals(finding.Rule.Id, id, StringComparison.Ordinal));

    /// <summary>The part of the text that a finding underlines.</summary>
    public static string Underlined(string text, Finding finding) => text.Substring(finding.Span.Start, finding.Span.Length);
}
