using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What the body of a constructor or of a setter that returns its object assigns, statement by statement.</summary>
internal static class ConstructorBody
{
    /// <summary>The members that a body assigns and the expressions; null in the place of one that it assigns under a condition.</summary>
    public static IEnumerable<(string Member, ExpressionSyntax? Value)> Assignments(SyntaxNode body)
    {
        foreach (var statement in Statements(body))
        {
            if (Assigned(statement) is { } one)
            {
                yield return one;
                continue;
            }

            foreach (var inner in statement.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (MemberOf(inner.Left) is { } name)
                    yield return (name, null);
            }
        }
    }

    /// <summary>True where a body calls a method of its own object, which may set any member.</summary>
    public static bool CallsItself(SyntaxNode body) => body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: not "nameof" } or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax });

    /// <summary>The assignments to members of a local that follow its declaration without a gap: 'var p = new P(); p.Width = 768;'.</summary>
    public static IEnumerable<AssignmentExpressionSyntax> After(SyntaxNode creation)
    {
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax declaration } })
            yield break;
        var siblings = declaration.Parent switch
        {
            BlockSyntax block => block.Statements.AsEnumerable(),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static one => one.Statement),
            _ => [],
        };
        foreach (var statement in siblings.SkipWhile(one => one != declaration).Skip(1))
        {
            if (statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
                || assignment.Left is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var target } }
                || !string.Equals(target, local, StringComparison.Ordinal))
            {
                yield break;
            }

            yield return assignment;
        }
    }

    private static IEnumerable<SyntaxNode> Statements(SyntaxNode body) => body switch
    {
        BlockSyntax block => block.Statements,
        ArrowExpressionClauseSyntax arrow => [arrow.Expression],
        _ => [],
    };

    private static (string Member, ExpressionSyntax? Value)? Assigned(SyntaxNode statement)
    {
        if (statement is ExpressionStatementSyntax { Expression: var expression })
            statement = expression;
        return statement is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && MemberOf(assignment.Left) is { } name
            ? (name, assignment.Right)
            : null;
    }

    private static string? MemberOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };
}
