using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What a file of code declares and which names stand in it. A file can depend on another only through a name that the other declares.</summary>
internal sealed class CodeNames
{
    private const string Suffix = "Attribute";

    // A tree does not change: what is known of it stays, and goes with it.
    private static readonly ConditionalWeakTable<SyntaxTree, CodeNames> Known = new();

    private readonly SyntaxTree _tree;
    private HashSet<string>? _used;

    private CodeNames(SyntaxTree tree, CancellationToken cancellation)
    {
        _tree = tree;
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        Add(root.Usings);
        Add(root.Members, ofExtensions: false);
    }

    /// <summary>The parts of the namespaces that the file declares something in.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The types that the file declares, and the members of its static classes, which may be extensions.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    /// <summary>The simple names of the attributes on its types and members.</summary>
    public HashSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Other names that the file gives: <c>using Alias = A.B.Target;</c>.</summary>
    public List<(string Alias, string Target)> Aliases { get; } = [];

    /// <summary>True where its usings are those of every file.</summary>
    public bool IsGlobal { get; private set; }

    /// <summary>All names that stand in the file.</summary>
    public HashSet<string> Used => _used ??= Names();

    public static CodeNames Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;
        var names = new CodeNames(tree, cancellation);
        return Known.GetValue(tree, _ => names);
    }

    /// <summary>The last part of a name: <c>B</c> of <c>global::A.B</c>.</summary>
    public static string Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax { Right: var right } => right.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: var right } => right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private void Add(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var one in usings)
        {
            IsGlobal |= one.GlobalKeyword.RawKind != 0;
            if (one is { Alias: { } alias, Name: { } target })
                Aliases.Add((alias.Name.Identifier.ValueText, Simple(target)));
        }
    }

    private void Add(SyntaxList<MemberDeclarationSyntax> members, bool ofExtensions)
    {
        foreach (var member in members)
        {
            foreach (var list in member.AttributeLists)
            {
                foreach (var attribute in list.Attributes)
                    Attributes.Add(Simple(attribute.Name));
            }

            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    foreach (var part in space.Name.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
                        Namespaces.Add(part.Identifier.ValueText);
                    Add(space.Usings);
                    Add(space.Members, ofExtensions: false);
                    break;
                case TypeDeclarationSyntax type:
                    AddType(type.Identifier);
                    Add(type.Members, ofExtensions || type.Modifiers.Any(SyntaxKind.StaticKeyword));
                    break;
                case BaseTypeDeclarationSyntax type:
                    AddType(type.Identifier);
                    break;
                case DelegateDeclarationSyntax type:
                    AddType(type.Identifier);
                    break;
                case MethodDeclarationSyntax method when ofExtensions:
                    Declared.Add(method.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property when ofExtensions:
                    Declared.Add(property.Identifier.ValueText);
                    break;
            }
        }
    }

    private void AddType(SyntaxToken identifier)
    {
        var name = identifier.ValueText;
        Declared.Add(name);
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
            Declared.Add(name.Substring(0, name.Length - Suffix.Length));
    }

    private HashSet<string> Names()
    {
        // What the compiler calls without a name.
        var names = new HashSet<string>(StringComparer.Ordinal) { "Deconstruct", "Add" };
        foreach (var token in _tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                names.Add(token.ValueText);
        }

        return names;
    }
}
