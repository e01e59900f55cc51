using Microsoft.CodeAnalysis.Diagnostics;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.Projects;

/// <summary>What the project says of itself.</summary>
/// <param name="RootNamespace">Of the specs' classes, otherwise of the project; as the project has it: perhaps empty, perhaps no identifier.</param>
/// <param name="Folder">The project's folder, or empty.</param>
internal sealed record ProjectOptions(string RootNamespace, string Folder)
{
    public static ProjectOptions From(AnalyzerConfigOptionsProvider provider)
    {
        return new ProjectOptions(Property("ScalingNamespace") is { Length: > 0 } own ? own : Property("RootNamespace"), Property("ProjectDir") is { Length: > 0 } folder ? folder : Property("MSBuildProjectDirectory"));

        string Property(string name) => provider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";
    }

    /// <summary>A file's path as the project sees it, with '/'.</summary>
    public string RelativePath(string path) => SpecPaths.Relative(Folder, path);
}
