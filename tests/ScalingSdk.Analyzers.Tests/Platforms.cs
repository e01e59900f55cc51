using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>What the projects in memory compile against.</summary>
internal static class Platforms
{
    /// <summary>The runtime that runs the tests.</summary>
    public static ImmutableArray<MetadataReference> Running { get; } = References(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal)));

    /// <summary>netstandard2.0, whose projects are C# 7.3 by default.</summary>
    public static ImmutableArray<MetadataReference> NetStandard { get; } = References(Directory.EnumerateFiles(
        typeof(Platforms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key is "NetStandardReferences").Value!,
        "*.dll"));

    private static ImmutableArray<MetadataReference> References(IEnumerable<string> platform) =>
    [
        .. platform.Append(typeof(ScalingSpecAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
