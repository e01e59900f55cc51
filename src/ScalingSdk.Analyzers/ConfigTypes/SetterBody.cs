using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Whether a property has what is assigned to it: a setter may check its value, round it or write another.</summary>
internal static class SetterBody
{
    /// <summary>True where a setter computes something of its value: <c>init => _width = (value + 63) / 64 * 64</c>.</summary>
    public static bool Changes(ISymbol? member, ProjectCode code) =>
        member is IPropertySymbol { SetMethod: { } setter }
        && code.Declarations(setter) is [var reference]
        && reference.GetSyntax(code.Cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(static assignment => IsValue(assignment.Left) || Names(assignment.Right) && !(IsPlain(assignment) && IsKept(assignment.Right)));

    /// <summary>The member that a setter writes in place of its own: <c>set => n_embd = value</c>; null where it has one of its own.</summary>
    public static string? Forwards(ISymbol? member, ProjectCode code) =>
        member is IPropertySymbol { SetMethod: { } setter }
        && code.Declarations(setter) is [var reference]
        && reference.GetSyntax(code.Cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>().ToList() is [var only] && IsPlain(only) && IsKept(only.Right)
            ? only.Left switch
            {
                IdentifierNameSyntax { Identifier.ValueText: var name } => name,
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
                _ => null,
            }
            : null;

    private static bool IsPlain(AssignmentExpressionSyntax assignment) => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);

    private static bool Names(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(IsValue);

    private static bool IsValue(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.ValueText: "value" };

    // 'value > 0 ? value : throw ...' checks, and keeps.
    private static bool IsKept(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax => IsValue(expression),
        ParenthesizedExpressionSyntax { Expression: var inner } => IsKept(inner),
        ConditionalExpressionSyntax { WhenTrue: var kept, WhenFalse: ThrowExpressionSyntax } => IsKept(kept),
        ConditionalExpressionSyntax { WhenTrue: ThrowExpressionSyntax, WhenFalse: var kept } => IsKept(kept),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var kept, Right: ThrowExpressionSyntax } => IsKept(kept),
        _ => false,
    };
}
