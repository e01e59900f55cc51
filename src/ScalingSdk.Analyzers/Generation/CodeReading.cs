using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Analyzers.ConfigTypes;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>
/// The constructions with <c>[ScalingBudget]</c> of a project, read once for as long as the files that they can depend on stay the same. A
/// compiler binds every attribute and expression again after each key stroke; here it does so only after one in those files, or one that
/// declares a name that stands in them.
/// </summary>
internal sealed class CodeReading
{
    private static readonly EquatableArray<CodeClass> Nothing = new([]);

    // By one of the files: projects that share a generator do not share their files.
    private static readonly ConditionalWeakTable<SyntaxTree, CodeReading> Last = new();

    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly OtherFiles _files;
    private readonly EquatableArray<CodeClass> _contents;
    private readonly HashSet<SyntaxTree> _needed;
    private readonly HashSet<string> _used;
    private readonly HashSet<string> _namespaces;
    private HashSet<SyntaxTree> _others;

    private CodeReading(Compilation compilation, OtherFiles files, EquatableArray<CodeClass> contents, HashSet<SyntaxTree> needed, List<SyntaxTree> trees)
    {
        (_references, _options, _files, _contents, _needed) = (compilation.ExternalReferences, compilation.Options, files, contents, needed);
        _used = new HashSet<string>(needed.SelectMany(static tree => CodeNames.Of(tree, CancellationToken.None).Used), StringComparer.Ordinal);
        _others = new HashSet<SyntaxTree>(trees.Where(tree => !needed.Contains(tree)));
        _namespaces = Namespaces(trees);
    }

    /// <summary>The constructions whose values are constant.</summary>
    public static EquatableArray<CodeClass> Of(Compilation compilation, OtherFiles files, CancellationToken cancellation)
    {
        var trees = compilation.SyntaxTrees.ToList();
        if (MarkedFiles.Of(trees, cancellation) is not [var first, ..] marked)
            return Nothing;
        Last.TryGetValue(first, out var last);
        if (last?.Holds(compilation, files, trees, cancellation) == true)
            return last._contents;
        if (compilation.GetTypeByMetadataName(NamedConstruction.AttributeName) is not { } attribute)
            return Nothing;
        var contents = new EquatableArray<CodeClass>(marked.SelectMany(tree => Read(tree, attribute, compilation, files, cancellation)));
        Last.Remove(first);
        Last.Add(first, new CodeReading(compilation, files, contents, MarkedFiles.Needed(marked, trees, cancellation), trees));
        return contents;
    }

    /// <summary>True where nothing has changed that a construction can depend on.</summary>
    private bool Holds(Compilation compilation, OtherFiles files, List<SyntaxTree> trees, CancellationToken cancellation)
    {
        if (!_files.Equals(files) || !_options.Equals(compilation.Options) || (_references != compilation.ExternalReferences && !Enumerable.SequenceEqual(_references, compilation.ExternalReferences)))
            return false;
        var needed = 0;
        var isNew = false;
        foreach (var tree in trees)
        {
            if (_needed.Contains(tree))
                needed++;
            else if (!_others.Contains(tree) && IsUnrelated(tree, CodeNames.Of(tree, cancellation)))
                isNew = true;
            else if (!_others.Contains(tree))
                return false;
        }

        if (needed != _needed.Count)
            return false;
        if (isNew || trees.Count - needed != _others.Count)
        {
            var namespaces = Namespaces(trees);
            namespaces.SymmetricExceptWith(_namespaces);
            if (namespaces.Overlaps(_used))
                return false;
            _others = new HashSet<SyntaxTree>(trees.Where(tree => !_needed.Contains(tree)));
        }

        return true;
    }

    private static HashSet<string> Namespaces(List<SyntaxTree> trees) =>
        new(trees.SelectMany(static tree => CodeNames.Of(tree, CancellationToken.None).Namespaces), StringComparer.Ordinal);

    private bool IsUnrelated(SyntaxTree tree, CodeNames names) => !SharedWrites.Touches(tree, _used) && !names.IsGlobal && !MarkedFiles.IsMarked(names, []) && !names.Declared.Overlaps(_used);

    private static IEnumerable<CodeClass> Read(SyntaxTree tree, INamedTypeSymbol attribute, Compilation compilation, OtherFiles files, CancellationToken cancellation)
    {
#pragma warning disable RS1030 // a generator has the compilation alone
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        foreach (var node in MarkedFiles.Targets(tree.GetRoot(cancellation)))
        {
            if (model.GetDeclaredSymbol(node, cancellation) is { } symbol
                && symbol.GetAttributes().FirstOrDefault(use => SymbolEqualityComparer.Default.Equals(use.AttributeClass, attribute)) is { } use
                && IsAt(use, node)
                && CodeClass.From(symbol, use, new ProjectCode(compilation, cancellation) { Files = files.Files }) is { } content)
            {
                yield return content;
            }
        }
    }

    // Of a partial type the declaration with the attribute.
    private static bool IsAt(AttributeData use, SyntaxNode node) =>
        use.ApplicationSyntaxReference is { } place && place.SyntaxTree == node.SyntaxTree && (node is not TypeDeclarationSyntax || node.Span.Contains(place.Span));
}
