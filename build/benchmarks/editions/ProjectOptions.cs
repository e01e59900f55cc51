using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingSdk.Editions;

/// <summary>What a project passes to its generators.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    public const string Folder = "/home/me/app/";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Of(new(StringComparer.OrdinalIgnoreCase)
    {
        ["build_property.RootNamespace"] = "MyApp",
        ["build_property.ProjectDir"] = Folder,
        ["build_property.MSBuildProjectDirectory"] = Folder,
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Of([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Of([]);

    private sealed class Of(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
