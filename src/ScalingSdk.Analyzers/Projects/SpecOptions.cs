using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Projects;

/// <summary>What the project's item says of a spec, as the compiler passes it on.</summary>
internal static class SpecOptions
{
    public static ItemNames Of(AdditionalText spec, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(spec);
        return new ItemNames(Metadata(nameof(ItemNames.Namespace)), Metadata(nameof(ItemNames.Class)));

        string Metadata(string name) => options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value.Trim() : "";
    }
}
