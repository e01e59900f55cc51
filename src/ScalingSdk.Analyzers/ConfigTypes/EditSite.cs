using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Which expression to change for another value: one that is written out, at the use or where the constant that is used there is declared.</summary>
internal static class EditSite
{
    private const int Longest = 8;

    /// <summary>The expression; null where a change of one place would cut a value off from those that it follows from.</summary>
    public static ExpressionSyntax? Of(SyntaxNode? origin, IOperation? value, ConstantFolder folder)
    {
        for (var steps = 0; steps < Longest; steps++)
        {
            if (origin is not ExpressionSyntax expression)
                return null;
            if (IsWritten(expression))
                return expression;
            value = folder.Source(InitializerSource.Bare(value));
            origin = value?.Syntax;
        }

        return null;
    }

    /// <summary>True for numbers and their arithmetic; false where the expression names anything of the project.</summary>
    public static bool IsWritten(SyntaxNode expression) => expression is ExpressionSyntax && expression.DescendantNodesAndSelf().All(static node => node switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: var owner } access } name => owner == name ? IsOfFramework(name) : access.Name == name && IsOfFramework(owner),
        LiteralExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PredefinedTypeSyntax => true,
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or ArgumentListSyntax or ArgumentSyntax => true,
        ConditionalExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax => true,
        _ => false,
    });

    // Math.Pow(2, 9), Convert.ToInt32("768"), int.Parse("768"), "four".Length.
    private static bool IsOfFramework(ExpressionSyntax owner) =>
        owner is PredefinedTypeSyntax or LiteralExpressionSyntax or IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" or "Convert" or "System" }
        || owner is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "System" }, Name.Identifier.ValueText: "Math" or "MathF" or "Convert" };

    /// <summary>The constant or local that an expression is the value of; null where it stands elsewhere.</summary>
    public static string? Declared(SyntaxNode expression) =>
        expression.Parent is EqualsValueClauseSyntax { Parent: var owner } ? owner switch
        {
            VariableDeclaratorSyntax { Identifier.ValueText: var name } => name,
            EnumMemberDeclarationSyntax { Identifier.ValueText: var name } => name,
            _ => null,
        } : null;

    /// <summary>True where an expression may have this text: two members of an enum with one value would break a switch over them.</summary>
    public static bool Allows(SyntaxNode expression, string text) =>
        expression.Parent?.Parent is not EnumMemberDeclarationSyntax { Parent: EnumDeclarationSyntax { Members: var members } } own
        || members.All(member => member == own || member.EqualsValue is { Value: LiteralExpressionSyntax value } && !string.Equals(value.ToString().Replace("_", ""), text.Replace("_", ""), StringComparison.Ordinal));
}
