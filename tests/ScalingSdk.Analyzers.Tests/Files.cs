using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A file in memory as the compiler passes it; text null for one that it cannot read.</summary>
internal sealed class MemoryFile(string path, string? text) : AdditionalText
{
    private readonly SourceText? _text = text is null ? null : SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The properties of a project.</summary>
internal sealed class ProjectProperties(string rootNamespace, string folder, ItemNames item) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(ImmutableDictionary<string, string>.Empty
        .Add("build_property.RootNamespace", rootNamespace)
        .Add("build_property.ProjectDir", folder));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(ImmutableDictionary<string, string>.Empty
        .Add("build_metadata.AdditionalFiles.Namespace", item.Namespace)
        .Add("build_metadata.AdditionalFiles.Class", item.Class));

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
