using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What the body of a constructor, of a setter that returns its object, or of a lambda assigns, statement by statement.</summary>
internal static class ConstructorBody
{
    /// <summary>The body of a constructor or method; null where it has none.</summary>
    public static SyntaxNode? Of(SyntaxNode declaration) => declaration is BaseMethodDeclarationSyntax method ? (SyntaxNode?)method.Body ?? method.ExpressionBody : null;

    /// <summary>What a constructor calls first: 'this(...)', or 'base(...)'.</summary>
    public static SyntaxNode? Chained(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Initializer,
        TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
        _ => null,
    };

    /// <summary>The members that a body assigns and the expressions; null in the place of one that it assigns under a condition.</summary>
    /// <param name="body">A block, an arrow clause or an expression.</param>
    /// <param name="of">The parameter whose members are meant; null for the object itself.</param>
    public static IEnumerable<(string Member, ExpressionSyntax? Value)> Assignments(SyntaxNode body, string? of = null)
    {
        foreach (var statement in Statements(body))
        {
            if (Assigned(statement, of) is { } one)
            {
                yield return one;
                continue;
            }

            foreach (var inner in statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Where(static one => one.Parent is not InitializerExpressionSyntax))
            {
                if (MemberOf(inner.Left, of) is { } name)
                    yield return (name, null);
            }
        }
    }

    /// <summary>True where a body calls a method of its own object that may set a member: one of the same declaration that assigns nothing does not.</summary>
    public static bool CallsItself(SyntaxNode body) => body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "nameof" or "RegisterComponents" } => false,
        IdentifierNameSyntax { Identifier.ValueText: var name } => !OnlyReads(body, name),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => !OnlyReads(body, name),
        MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } => true,
        _ => false,
    });

    private static bool OnlyReads(SyntaxNode body, string method) =>
        body.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<MethodDeclarationSyntax>().Where(one => string.Equals(one.Identifier.ValueText, method, StringComparison.Ordinal)).ToList() is { Count: > 0 } found
        && found.TrueForAll(static one => !one.DescendantNodes().Any(static node => node is AssignmentExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: not "nameof" } }));

    private static IEnumerable<SyntaxNode> Statements(SyntaxNode body) => body switch
    {
        BlockSyntax block => block.Statements,
        ArrowExpressionClauseSyntax arrow => [arrow.Expression],
        ExpressionSyntax expression => [expression],
        _ => [],
    };

    private static (string Member, ExpressionSyntax? Value)? Assigned(SyntaxNode statement, string? of)
    {
        if (statement is ExpressionStatementSyntax { Expression: var expression })
            statement = expression;
        return statement is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && MemberOf(assignment.Left, of) is { } name
            ? (name, assignment.Right)
            : null;
    }

    private static string? MemberOf(ExpressionSyntax target, string? of) => (target, of) switch
    {
        // '_settings.Width = width' is of the object that '_settings' has; a local or parameter of that name is not a member and no slot is asked for under it.
        (MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var holder }, Name.Identifier.ValueText: var name }, null) => holder + "." + name,
        (MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var holder }, Name.Identifier.ValueText: var name }, null) => holder + "." + name,
        (IdentifierNameSyntax name, null) => name.Identifier.ValueText,
        (MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name }, null) => name,
        (MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var name }, { } parameter)
            when string.Equals(owner, parameter, StringComparison.Ordinal) => name,
        _ => null,
    };
}
