using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>
/// What code sets of an object that a field or property has: 'Settings.Width = 768' anywhere in the project. By names alone, for to ask what each means would cost
/// more than the rest of an analysis: a member that is set under a field's name counts as set.
/// </summary>
internal sealed class SharedWrites
{
    private static readonly ConditionalWeakTable<SyntaxTree, SharedWrites> Trees = new();
    private static readonly ConditionalWeakTable<Compilation, SharedWrites> Compilations = new();

    private readonly Dictionary<MemberDeclarationSyntax, ILookup<string, string>> _locals = [];
    private readonly HashSet<(string Holder, string Member)> _written = [];
    private readonly Dictionary<string, HashSet<string>> _called = new(StringComparer.Ordinal);
    private readonly HashSet<(string Method, string Member)> _ofMethods = [];

    /// <summary>The members that are set of the object in a field or property of this name.</summary>
    public static IEnumerable<string> Of(string holder, IEnumerable<string> members, ProjectCode code)
    {
        var writes = Compilations.GetValue(code.Compilation, compilation => Join(compilation.SyntaxTrees, code.Cancellation));
        return members.Where(member => writes._written.Contains((holder, member))
            || writes._called.TryGetValue(holder, out var methods) && methods.Any(method => writes._ofMethods.Contains((method, member))));
    }

    /// <summary>True where a file sets a member of one of these names under another of them.</summary>
    public static bool Touches(SyntaxTree tree, HashSet<string> names) => Of(tree, CancellationToken.None)._written.Any(one => names.Contains(one.Holder) && names.Contains(one.Member));

    /// <summary>The field or property that starts with a construction; null where it is another's.</summary>
    public static string? Holder(SyntaxNode creation)
    {
        while (creation.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            creation = creation.Parent;
        return creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var field, Parent.Parent: FieldDeclarationSyntax } } => field,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var property } } => property,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member } } => member,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var member }, Parent: not InitializerExpressionSyntax } assignment when !new SharedWrites().IsLocal(member, assignment) => member,
            _ => null,
        };
    }

    private static SharedWrites Join(IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var all = new SharedWrites();
        foreach (var tree in trees)
        {
            var one = Of(tree, cancellation);
            all._written.UnionWith(one._written);
            foreach (var call in one._called)
                all.Called(call.Key).UnionWith(call.Value);
            all._ofMethods.UnionWith(one._ofMethods);
        }

        return all;
    }

    private static SharedWrites Of(SyntaxTree tree, CancellationToken cancellation) => Trees.GetValue(tree, tree => Read(tree.GetRoot(cancellation)));

    private static SharedWrites Read(SyntaxNode root)
    {
        var writes = new SharedWrites();
        foreach (var node in root.DescendantNodes())
        {
            foreach (var target in ObjectNames.Targets(node))
                writes.AddTarget(ObjectNames.Bare(target));
            if (node is InvocationExpressionSyntax call)
                writes.AddCall(call);
        }

        writes._locals.Clear();
        return writes;
    }

    private void AddTarget(ExpressionSyntax target)
    {
        if (target.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
            return;
        var method = target.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() switch { MethodDeclarationSyntax { Identifier.ValueText: var name } => name, _ => null };
        if (target is IdentifierNameSyntax { Identifier.ValueText: var own } && !IsLocal(own, target))
        {
            if (method is not null)
                _ofMethods.Add((method, own));
            if (target.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var type })
                _written.Add((type, own));
        }

        if (target is not MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member })
            return;
        if (method is not null)
            _ofMethods.Add((method, member));
        foreach (var name in Holders(owner))
            _written.Add((name, member));
    }

    private void AddCall(InvocationExpressionSyntax call)
    {
        var method = call.Expression switch
        {
            IdentifierNameSyntax { Identifier.ValueText: var name } => name,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
            _ => null,
        };
        if (method is null)
            return;
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var owner })
        {
            foreach (var name in Holders(owner))
                Called(name).Add(method);
        }

        foreach (var name in call.ArgumentList.Arguments.SelectMany(argument => Holders(argument.Expression)))
            Called(name).Add(method);
    }

    private HashSet<string> Called(string holder)
    {
        if (!_called.TryGetValue(holder, out var methods))
            _called.Add(holder, methods = new HashSet<string>(StringComparer.Ordinal));
        return methods;
    }

    // The fields and properties that an expression names; for a local, those that it has its value from.
    private IEnumerable<string> Holders(ExpressionSyntax expression) => Names(expression).SelectMany(name => Locals(expression) is { } locals && locals.Contains(name) ? locals[name] : [name]);

    private bool IsLocal(string name, SyntaxNode place) => Locals(place)?.Contains(name) == true;

    // The locals and parameters around a place, read once for each member.
    private ILookup<string, string>? Locals(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        if (!_locals.TryGetValue(member, out var locals))
            _locals.Add(member, locals = member.DescendantNodes().SelectMany(Declared).SelectMany(static one => one.Sources.DefaultIfEmpty("").Select(source => (one.Name, source))).ToLookup(static one => one.Name, static one => one.source, StringComparer.Ordinal));
        return locals;
    }

    // A local and what it has its value from: 'var own = Settings;', 'Settings is { } own'.
    private static IEnumerable<(string Name, IEnumerable<string> Sources)> Declared(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: not FieldDeclarationSyntax, Identifier.ValueText: var local, Initializer: var start } => [(local, start is null ? [] : Names(start.Value))],
        IsPatternExpressionSyntax { Expression: var value, Pattern: var pattern } => pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(one => (one.Identifier.ValueText, Names(value))),
        SingleVariableDesignationSyntax { Identifier.ValueText: var local } => [(local, [])],
        ForEachStatementSyntax { Identifier.ValueText: var local, Expression: var value } => [(local, Names(value))],
        ParameterSyntax { Identifier.ValueText: var local } => [(local, [])],
        _ => [],
    };

    // Of 'Runs.Small' both names; of 'list[0]' the list.
    private static IEnumerable<string> Names(ExpressionSyntax expression) => ObjectNames.Bare(expression) switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => [name],
        MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var member } => Names(owner).Append(member),
        ElementAccessExpressionSyntax { Expression: var owner } => Names(owner),
        ConditionalAccessExpressionSyntax { Expression: var owner } => Names(owner),
        BinaryExpressionSyntax { Left: var left } => Names(left),
        _ => [],
    };
}
