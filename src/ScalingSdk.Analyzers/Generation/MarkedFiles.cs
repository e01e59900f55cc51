using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Analyzers.ConfigTypes;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The files of a project in which <c>[ScalingBudget]</c> stands, by their names alone, and the files that these can depend on.</summary>
internal static class MarkedFiles
{
    private const string Attribute = "ScalingBudget";

    /// <summary>The files with the attribute, also by another name that a using gives it.</summary>
    public static List<SyntaxTree> Of(List<SyntaxTree> trees, CancellationToken cancellation)
    {
        List<string> aliases = [.. trees.Select(tree => CodeNames.Of(tree, cancellation)).Where(static names => names.IsGlobal).SelectMany(Aliases)];
        return trees.FindAll(tree => IsMarked(CodeNames.Of(tree, cancellation), aliases));
    }

    public static bool IsMarked(CodeNames names, IEnumerable<string> aliases) =>
        names.Attributes.Count > 0 && (names.Attributes.Any(IsName) || Aliases(names).Concat(aliases).Any(names.Attributes.Contains));

    /// <summary>The declarations that can carry the attribute and carry any.</summary>
    public static IEnumerable<SyntaxNode> Targets(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member.AttributeLists.Count > 0)
        .SelectMany(static member => member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables,
            PropertyDeclarationSyntax or MethodDeclarationSyntax or TypeDeclarationSyntax => [member],
            _ => (IEnumerable<SyntaxNode>)[],
        });

    /// <summary>The files, every one that declares a name that stands in one of these, and so on; and those whose usings hold everywhere.</summary>
    public static HashSet<SyntaxTree> Needed(IEnumerable<SyntaxTree> marked, List<SyntaxTree> trees, CancellationToken cancellation)
    {
        var declaring = new Dictionary<string, List<SyntaxTree>>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            foreach (var name in CodeNames.Of(tree, cancellation).Declared)
            {
                if (!declaring.TryGetValue(name, out var files))
                    declaring.Add(name, files = []);
                files.Add(tree);
            }
        }

        var open = new Stack<SyntaxTree>(marked.Concat(trees.Where(tree => CodeNames.Of(tree, cancellation).IsGlobal)));
        var needed = new HashSet<SyntaxTree>();
        while (open.Count > 0)
        {
            var tree = open.Pop();
            if (!needed.Add(tree))
                continue;
            foreach (var name in CodeNames.Of(tree, cancellation).Used)
            {
                if (declaring.TryGetValue(name, out var files))
                    files.ForEach(open.Push);
            }
        }

        // What sets a member of an object in these: 'Runs.Small.Width = 768'.
        var used = new HashSet<string>(needed.SelectMany(tree => CodeNames.Of(tree, cancellation).Used), StringComparer.Ordinal);
        needed.UnionWith(trees.Where(tree => SharedWrites.Touches(tree, used)));
        return needed;
    }

    private static bool IsName(string name) => name.StartsWith(Attribute, StringComparison.Ordinal) && (name.Length == Attribute.Length || name is "ScalingBudgetAttribute");

    private static IEnumerable<string> Aliases(CodeNames names) => names.Aliases.Where(static one => IsName(one.Target)).Select(static one => one.Alias);
}
