using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The code of a project, and the files that reach the compiler with it.</summary>
internal sealed record ProjectCode(Compilation Compilation, CancellationToken Cancellation)
{
    /// <summary>The files.</summary>
    public ImmutableArray<AdditionalText> Files { get; init; } = ImmutableArray<AdditionalText>.Empty;

    /// <summary>The object in a file of this name or path; null where there is no such file, or it has none.</summary>
    public JsonObject? Json(string path)
    {
        var wanted = path.Replace('\\', '/').TrimStart('.', '/');
        var file = Files.FirstOrDefault(file => EndsWith(file.Path.Replace('\\', '/'), wanted));
        return file?.GetText(Cancellation) is { Length: <= SpecPipeline.MaxCharacters } text
            ? JsonReader.Read(text.ToString(), JsonLimits.Configuration).Root as JsonObject
            : null;
    }

    /// <summary>Where the project's own code declares a symbol: an editor has the code of other projects too, and a build has their assemblies.</summary>
    public ImmutableArray<SyntaxReference> Declarations(ISymbol symbol) => Declarations(symbol, Compilation);

    public static ImmutableArray<SyntaxReference> Declarations(ISymbol symbol, Compilation compilation) =>
        symbol.DeclaringSyntaxReferences is [var first, ..] all && compilation.ContainsSyntaxTree(first.SyntaxTree) ? all : ImmutableArray<SyntaxReference>.Empty;

    private static bool EndsWith(string path, string wanted) =>
        wanted.Length > 0 && path.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) && (path.Length == wanted.Length || path[path.Length - wanted.Length - 1] == '/');
}
