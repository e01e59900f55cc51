using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What statements assign to members of a local after its declaration: 'var p = new P(); p.Width = 768;'.</summary>
internal static class LaterAssignments
{
    /// <summary>The members; the expression is null where the assignment stands under a condition or in a loop, for then nobody knows.</summary>
    public static IEnumerable<(string Member, ExpressionSyntax? Value, StatementSyntax Statement)> To(SyntaxNode creation)
    {
        while (creation.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            creation = creation.Parent;
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax declaration } })
            yield break;
        foreach (var statement in Siblings(declaration).SkipWhile(one => one != declaration).Skip(1))
        {
            if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } && MemberOf(assignment.Left, local) is { } name)
            {
                yield return (name, assignment.Right, statement);
                continue;
            }

            foreach (var inner in statement.DescendantNodes())
            {
                if (Target(inner) is { } target && MemberOf(target, local) is { } conditional)
                    yield return (conditional, null, statement);
            }
        }
    }

    private static IEnumerable<StatementSyntax> Siblings(LocalDeclarationStatementSyntax declaration) => declaration.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static one => one.Statement),
        _ => [],
    };

    private static ExpressionSyntax? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } change => change.Operand,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } change => change.Operand,
        _ => null,
    };

    private static string? MemberOf(ExpressionSyntax target, string local) =>
        target is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var member } && string.Equals(owner, local, StringComparison.Ordinal)
            ? member
            : null;
}
