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
        while (creation.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            creation = creation.Parent;
        if (creation.FirstAncestorOrSelf<StatementSyntax>() is not { } first)
            yield break;
        var own = Local(creation);
        var names = new ObjectNames(own ?? "");
        if (own is null && !AddHolder(creation, names))
            yield break;
        foreach (var inner in first.DescendantNodes().Where(inner => inner.SpanStart > creation.Span.End))
        {
            names.Add(inner);
            foreach (var member in ObjectNames.Targets(inner).Select(names.MemberOf).OfType<string>())
                yield return new(member, null, first);
        }

        foreach (var statement in Siblings(first).SkipWhile(one => one != first).Skip(1))
        {
            if (Whole(statement, names) is { } whole)
            {
                yield return whole;
                continue;
            }

            foreach (var inner in statement.DescendantNodesAndSelf())
            {
                names.Add(inner);
                foreach (var member in ObjectNames.Targets(inner).Select(names.MemberOf).OfType<string>())
                    yield return new(member, null, statement);
                if (inner is ExpressionSyntax call && Takes(call, names))
                    yield return new(null, Fills(call, names) ? null : call, statement);
            }

            if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var again } } && names.IsLocal(again))
                yield break;
        }
    }

    /// <summary>The call that is given a construction itself: 'Widen(new P())', 'new P().With(p => p.Width = 768)'.</summary>
    public static ExpressionSyntax? CallWith(SyntaxNode creation) => creation.Parent switch
    {
        ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: ExpressionSyntax call } } => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == creation => call,
        ParenthesizedExpressionSyntax parent => CallWith(parent),
        _ => null,
    };

    // 'p.Width = 768;' and 'section.Bind(p);' as statements of their own.
    private static LaterAssignment? Whole(StatementSyntax statement, ObjectNames names) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var left, Right: var value } }
            when ObjectNames.Bare(left) is MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } && names.IsLocal(owner) => new(member, value, statement),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when Fills(call, names) => new(null, call, statement),
        _ => null,
    };

    /// <summary>The local or member that a construction is given to.</summary>
    private static string? Local(SyntaxNode creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local, Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } } => local,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent: ExpressionStatementSyntax } => name,
        _ => null,
    };

    // A pattern that names it at once, or a list, an array or a tuple that has it in it.
    private static bool AddHolder(SyntaxNode creation, ObjectNames names)
    {
        if (creation.Parent is IsPatternExpressionSyntax { Pattern: var pattern })
        {
            names.AddDesignated(pattern);
            return true;
        }

        var outer = creation.Parent;
        while (outer is InitializerExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax }
            or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
        {
            outer = outer.Parent;
        }

        if (outer == creation.Parent || outer is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var holder, Parent.Parent: LocalDeclarationStatementSyntax } })
            return false;
        names.AddOther(holder);
        return true;
    }

    private static IEnumerable<StatementSyntax> Siblings(StatementSyntax declaration) => declaration.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static one => one.Statement),
        _ => [],
    };

    // ConfigurationBinder.Bind, JsonConvert.PopulateObject.
    private static bool Fills(ExpressionSyntax call, ObjectNames names) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" or "PopulateObject" or "Populate" } } && IsArgument(call, names);

    private static bool Takes(ExpressionSyntax call, ObjectNames names) =>
        IsArgument(call, names) || call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } && names.IsLocal(owner);

    private static bool IsArgument(ExpressionSyntax call, ObjectNames names) =>
        (call switch { InvocationExpressionSyntax { ArgumentList: var list } => list, BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list, _ => null })
            ?.Arguments.Any(argument => names.IsLocal(argument.Expression)) == true;
}
