using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Finds what stands at an index of an array, under a key of a dictionary, or at a place of a tuple, where the whole is written out.</summary>
internal sealed class Elements(InitializerSource sources, Func<IOperation?, Folded> fold, Func<IOperation, IOperation?> choose)
{
    /// <summary>The element of an array or list; null where it is not to be seen.</summary>
    public IOperation? At(IOperation? whole, IOperation index)
    {
        var source = Resolve(whole);
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var back })
            return fold(back).Number is { } steps && Items(source).ToList() is { Count: > 0 } all ? Item(all, all.Count - steps) : null;
        if (fold(index) is not { IsKnown: true } key)
            return null;
        if (source is IObjectCreationOperation { Initializer: { } initializer })
            return Under(initializer, key) ?? (key.Number is { } place ? Item(initializer.Initializers.Select(Added), place) : null);
        return key.Number is { } number ? Item(Items(source), number) : null;
    }

    /// <summary>The item of a tuple.</summary>
    public IOperation? Of(IOperation? whole, IFieldSymbol field)
    {
        var name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? Of(whole, place - 1) : null;
    }

    /// <summary>The item of a tuple at a place: also of one that is an element, or an arm of a switch.</summary>
    public IOperation? Of(IOperation? whole, int place)
    {
        for (var steps = 0; steps < 16; steps++)
        {
            whole = Resolve(whole);
            if (whole is ITupleOperation tuple)
                return place < tuple.Elements.Length ? tuple.Elements[place] : null;
            whole = whole is null ? null : choose(whole);
        }

        return null;
    }

    /// <summary>The items of an array as written: also of a collection expression, which this compiler's floor has no operation for.</summary>
    public IEnumerable<IOperation?> Items(IOperation? source) => source switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        IArrayInitializerOperation { ElementValues: var values } => values,
        { Syntax: CollectionExpressionSyntax list } when list.Elements.All(static element => element is ExpressionElementSyntax) =>
            list.Elements.Select(element => sources.OperationOf(((ExpressionElementSyntax)element).Expression)),
        _ => [],
    };

    /// <summary>What a local or read-only member starts with, conversions aside.</summary>
    public IOperation? Resolve(IOperation? operation)
    {
        for (var steps = 0; steps < 16; steps++)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ILocalReferenceOperation local:
                    operation = sources.OfLocal(local);
                    break;
                case IMemberReferenceOperation { Member.IsStatic: true } member:
                    operation = sources.OfReadOnly(member.Member);
                    break;
                default:
                    return operation;
            }
        }

        return null;
    }

    private IOperation? Under(IObjectOrCollectionInitializerOperation initializer, Folded key)
    {
        foreach (var one in initializer.Initializers)
        {
            // ["a"] = 1, or { "a", 1 }.
            if (one is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var at] } } assignment && Equals(fold(at.Value).Value, key.Value))
                return assignment.Value;
            if (one is IInvocationOperation { Arguments: [var first, var second] } && Equals(fold(first.Value).Value, key.Value))
                return second.Value;
        }

        return null;
    }

    private static IOperation? Added(IOperation element) => element is IInvocationOperation { Arguments: [var only] } ? only.Value : null;

    private static IOperation? Item(IEnumerable<IOperation?> items, double place) =>
        place is >= 0 and < int.MaxValue ? items.ElementAtOrDefault((int)place) : null;
}
