using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingSdk.Editions;

/// <summary>A spec that no disk has.</summary>
internal sealed class MemorySpec(int number, string tokens) : AdditionalText
{
    private readonly SourceText _text = SourceText.From($$"""
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "{{tokens}}", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }
        """);

    public override string Path { get; } = FormattableString.Invariant($"{ProjectOptions.Folder}Run{number}.scaling.json");

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
