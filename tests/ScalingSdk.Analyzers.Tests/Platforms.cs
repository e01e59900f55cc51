using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>An assembly of this code, whose bodies a project does not see.</summary>
    public static MetadataReference Assembly(string name, string code)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], Running, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static ImmutableArray<MetadataReference> References(IEnumerable<string> platform) =>
    [
        .. platform.Append(typeof(ScalingSpecAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
