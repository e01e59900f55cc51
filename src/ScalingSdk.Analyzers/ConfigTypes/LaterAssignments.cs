using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What statements assign to members of a local after its declaration: 'var p = new P(); p.Width = 768;'.</summary>
/// <param name="Member">The member; null where a call takes the whole object: 'section.Bind(p);', 'Widen(p);'.</param>
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
        if (Named(creation) is not { Name: var local, Declaration: var declaration })
            yield break;
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in Siblings(declaration).SkipWhile(one => one != declaration).Skip(1))
        {
            if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment })
            {
                if (assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var again } && string.Equals(again, local, StringComparison.Ordinal))
                    yield break;
                if (MemberOf(assignment.Left, local) is { } name)
                {
                    yield return new(name, assignment.Right, statement);
                    continue;
                }
            }

            if (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Fills(call, local))
            {
                yield return new(null, call, statement);
                continue;
            }

            foreach (var inner in statement.DescendantNodes())
            {
                if (inner is VariableDeclaratorSyntax { Identifier.ValueText: var alias, Initializer.Value: IdentifierNameSyntax { Identifier.ValueText: var source } } && string.Equals(source, local, StringComparison.Ordinal))
                    aliases.Add(alias);
                else if (Target(inner) is { } target && (MemberOf(target, local) ?? aliases.Select(other => MemberOf(target, other)).FirstOrDefault(static member => member is not null)) is { } conditional)
                    yield return new(conditional, null, statement);
                else if (inner is InvocationExpressionSyntax filling && Takes(filling, local))
                    yield return new(null, Fills(filling, local) ? null : filling, statement);
            }
        }
    }

    /// <summary>The local or member that a construction is given to, and the statement.</summary>
    private static (string Name, StatementSyntax Declaration)? Named(SyntaxNode creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax declaration } } => (local, declaration),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent: ExpressionStatementSyntax statement } => (name, statement),
        _ => null,
    };

    private static IEnumerable<StatementSyntax> Siblings(StatementSyntax declaration) => declaration.Parent switch
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
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" or "PopulateObject" or "Populate" } && IsArgument(call, local);

    private static bool Takes(InvocationExpressionSyntax call, string local) =>
        IsArgument(call, local) || call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } && string.Equals(name, local, StringComparison.Ordinal);

    private static bool IsArgument(InvocationExpressionSyntax call, string local) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && string.Equals(name, local, StringComparison.Ordinal));

    private static string? MemberOf(ExpressionSyntax target, string local) =>
        target is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: var member } && string.Equals(owner, local, StringComparison.Ordinal)
            ? member
            : null;
}
