using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What code changes of an object after its construction.</summary>
internal sealed partial class SlotReader
{
    /// <summary>What is assigned to members of a local after its declaration, and the last such statement.</summary>
    public SyntaxNode? AddAssignmentsAfter(SyntaxNode creation)
    {
        SyntaxNode? last = null;
        _rank++;
        if (LaterAssignments.CallWith(creation) is { } given && Sources.OperationOf(given) is { } taker)
            ForgetSet(taker);
        foreach (var (member, value, statement) in LaterAssignments.To(creation))
        {
            var operation = value is null ? null : Sources.OperationOf(value);
            if (member is not null)
                Add(member, operation, value);
            if (member is null ? Bind(operation) : value is not null)
                last = statement;
        }

        ForgetShared(SharedWrites.Holder(creation));
        return last;
    }

    // What is read into the object is in a file of the project, or unknown; so is what a method of the project sets of it.
    private bool Bind(IOperation? operation)
    {
        if (operation is IInvocationOperation binding && RuntimeValues.Bound(binding, this) is { } json)
        {
            JsonSlots.Add(this, json, Type);
            return true;
        }

        if (operation is null or IInvocationOperation { TargetMethod: { Name: "Bind" or "PopulateObject" or "Populate", DeclaringSyntaxReferences.IsEmpty: true } })
            Forget();
        else
            ForgetSet(operation);
        return false;
    }

    /// <summary>Forgets what a method, a constructor or a lambda that is given the object sets of it.</summary>
    private void ForgetSet(IOperation operation, bool ofInstance = true)
    {
        var (method, arguments, instance) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments, call.Instance),
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments, null),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty, null),
        };
        if (method is null)
            return;
        var set = Enumerable.Empty<(string Member, ExpressionSyntax? Value)>();
        if (ofInstance)
            set = arguments.SelectMany(static argument => LambdasOf(argument)).SelectMany(static lambda => ConstructorBody.Assignments(lambda.Body, lambda.Parameter));
        if (Code.Declarations(method) is [var declaration] && ConstructorBody.Of(declaration.GetSyntax(Code.Cancellation)) is { } body)
        {
            var parameters = arguments.Where(argument => IsOwn(argument.Value)).Select(static argument => argument.Parameter?.Name).ToList();
            if (ofInstance && instance is not null && IsOwn(instance))
                parameters.Add(null);
            set = set.Concat(parameters.SelectMany(parameter => ConstructorBody.Assignments(body, parameter)));
        }

        foreach (var (member, _) in set.Where(one => Find(one.Member) is not null).ToList())
            Add(member, null, null);
    }

    /// <summary>Forgets what the project's code sets of the object that a field or property has.</summary>
    public void ForgetShared(string? holder)
    {
        if (holder is null || _slots.Keys.Where(name => IsSettable(Member(name))).ToList() is not { Count: > 0 } settable)
            return;
        foreach (var member in SharedWrites.Of(holder, settable, Code).ToList())
            Add(member, null, null);
    }

    /// <summary>The lambdas and delegates of one parameter that an argument is.</summary>
    private static IEnumerable<(SyntaxNode Body, string Parameter)> LambdasOf(IArgumentOperation argument) => argument.Value.Syntax switch
    {
        SimpleLambdaExpressionSyntax lambda => [(lambda.Body, lambda.Parameter.Identifier.ValueText)],
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var parameter] } lambda => [(lambda.Body, parameter.Identifier.ValueText)],
        AnonymousMethodExpressionSyntax { ParameterList.Parameters: [var parameter] } method => [(method.Body, parameter.Identifier.ValueText)],
        _ => [],
    };

    private static bool IsSettable(ISymbol? member) => member is IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod.IsInitOnly: false };

    private static bool IsGiven(ISymbol? member) => member is IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod: not null };

    private bool IsOwn(IOperation operation) => SymbolEqualityComparer.Default.Equals(InitializerSource.Bare(operation)?.Type, Type);

    private void Forget() => _slots.Values.ToList().ForEach(slot => _slots[slot.Name] = slot with { Value = null, Origin = null, Known = null, Json = null });
}
