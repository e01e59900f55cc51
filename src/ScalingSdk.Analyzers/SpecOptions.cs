using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ScalingSdk.Analyzers;

/// <summary>What the project's ScalingSpec item says of a spec's class; empty where it says nothing.</summary>
/// <param name="Namespace">The class's namespace.</param>
/// <param name="Class">The class's name.</param>
internal sealed record SpecOptions(string Namespace, string Class)
{
    public static SpecOptions Of(AdditionalText spec, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(spec);
        return new SpecOptions(Metadata(nameof(Namespace)), Metadata(nameof(Class)));

        string Metadata(string name) => options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value.Trim() : "";
    }
}
