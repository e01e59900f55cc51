using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The names that an object goes by in a method: the local that it is given to, and what the code calls it beside that.</summary>
/// <param name="local">The local; empty where the object has no name of its own.</param>
internal sealed class ObjectNames(string local)
{
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>Takes in the names that a node gives the object: 'var q = p', 'q = p', 'p is { } q', 'foreach (var q in new[] { p })'.</summary>
    public void Add(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Identifier.ValueText: var name, Initializer.Value: var value } when Mentions(value):
                _others.Add(name);
                break;
            case AssignmentExpressionSyntax { Left: var target, Right: var value } when Mentions(value):
                AddTargets(target);
                break;
            case IsPatternExpressionSyntax { Expression: var value, Pattern: var pattern } when Mentions(value):
                AddDesignated(pattern);
                break;
            case SwitchStatementSyntax { Expression: var value, Sections: var sections } when Mentions(value):
                foreach (var label in sections.SelectMany(static section => section.Labels))
                    AddDesignated(label);
                break;
            case SwitchExpressionSyntax { GoverningExpression: var value, Arms: var arms } when Mentions(value):
                foreach (var arm in arms)
                    AddDesignated(arm.Pattern);
                break;
            case ForEachStatementSyntax { Identifier.ValueText: var name, Expression: var value } when Mentions(value):
                _others.Add(name);
                break;
        }
    }

    /// <summary>Takes in the names of a pattern that the object itself is tested with.</summary>
    public void AddDesignated(SyntaxNode pattern)
    {
        foreach (var one in pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>())
            _others.Add(one.Identifier.ValueText);
    }

    /// <summary>Takes in a name of what holds the object.</summary>
    public void AddOther(string name) => _others.Add(name);

    /// <summary>True for the local itself.</summary>
    public bool IsLocal(ExpressionSyntax expression) => Bare(expression) is IdentifierNameSyntax { Identifier.ValueText: var name } && string.Equals(name, local, StringComparison.Ordinal);

    /// <summary>True where an expression may be the object or hold it; what a constructor or a method is given is another's.</summary>
    public bool Mentions(ExpressionSyntax expression) => expression.DescendantNodesAndSelf(static node => node is not (ArgumentListSyntax or LambdaExpressionSyntax or BaseObjectCreationExpressionSyntax { Initializer: null }))
        .OfType<IdentifierNameSyntax>()
        .Any(name => (name.Parent is not MemberAccessExpressionSyntax { Name: var member } access || member != name || access.Expression is ThisExpressionSyntax) && IsName(name.Identifier.ValueText));

    /// <summary>The member that an assignment's target is, where its object may be this one.</summary>
    public string? MemberOf(ExpressionSyntax target) =>
        Bare(target) is MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } && Mentions(owner) ? member : null;

    /// <summary>What a node writes to: the target of an assignment, the items of a tuple that is assigned, the operand of '++'.</summary>
    public static IEnumerable<ExpressionSyntax> Targets(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(static item => item.Expression),
        AssignmentExpressionSyntax { Left: var target } => [target],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var target } => [target],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var target } => [target],
        ArgumentSyntax { RefOrOutKeyword.RawKind: not 0, Expression: var target } => [target],
        _ => [],
    };

    /// <summary>An expression without parentheses, '!' and casts.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Bare(inner),
        CastExpressionSyntax { Expression: var inner } => Bare(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Bare(inner),
        RefExpressionSyntax { Expression: var inner } => Bare(inner),
        _ => expression,
    };

    private bool IsName(string name) => string.Equals(name, local, StringComparison.Ordinal) || _others.Contains(name);

    private void AddTargets(ExpressionSyntax target)
    {
        if (target is IdentifierNameSyntax { Identifier.ValueText: var name } && !string.Equals(name, local, StringComparison.Ordinal))
            _others.Add(name);
        else if (target is DeclarationExpressionSyntax or TupleExpressionSyntax)
            AddDesignated(target);
    }
}
