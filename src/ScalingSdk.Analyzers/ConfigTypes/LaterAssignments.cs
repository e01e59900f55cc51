using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What statements assign to members of a local after its declaration: 'var p = new P(); p.Width = 768;'.</summary>
/// <param name="Member">The member; null where a call fills the whole object: 'section.Bind(p);'.</param>
/// <param name="Value">The expression, or that call; null where the assignment stands under a condition or in a loop, for then nobody knows.</param>
/// <param name="Statement">The statement.</param>
internal readonly record struct LaterAssignment(string? Member, ExpressionSyntax? Value, StatementSyntax Statement);

/// <summary>Finds them.</summary>
internal static class LaterAssignments
{
    /// <summary>The assignments to the local that starts with a construction, in order.</summary>
    public static IEnumerable<LaterAssignment> To(SyntaxNode creation)
    {
        while (creation.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            creation = creation.Parent;
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax declaration } })
            yield break;
        foreach (var statement in Siblings(declaration).SkipWhile(one => one != declaration).Skip(1))
        {
            if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } && MemberOf(assignment.Left, local) is { } name)
            {
                yield return new(name, assignment.Right, statement);
                continue;
            }

            if (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Fills(call, local))
            {
                yield return new(null, call, statement);
                continue;
            }

            foreach (var inner in statement.DescendantNodes())
            {
                if (Target(inner) is { } target && MemberOf(target, local) is { } conditional)
                    yield return new(conditional, null, statement);
                else if (inner is InvocationExpressionSyntax filling && Fills(filling, local))
                    yield return new(null, null, statement);
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

    // ConfigurationBinder.Bind, JsonConvert.PopulateObject.
    private static bool Fills(InvocationExpressionSyntax call, string local) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" or "PopulateObject" or "Populate" }
        && call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && string.Equals(name, local, StringComparison.Ordinal));

    private static string? MemberOf(ExpressionSyntax target, string local) =>
        target is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var member } && string.Equals(owner, local, StringComparison.Ordinal)
            ? member
            : null;
}
