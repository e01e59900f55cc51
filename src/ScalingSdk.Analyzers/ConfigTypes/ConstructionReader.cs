using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Reads what a construction states: arguments, initializers and <c>with</c> over the type's defaults.</summary>
internal sealed class ConstructionReader
{
    private const int MostBases = 16;
    private const int DeepestNesting = 4;

    // Where a type has a member for one of these and no value, the value is unknown: no message may say that there is no such member.
    private static readonly KeyPath[] Needed = [KeyPath.Vocabulary, KeyPath.Width, KeyPath.Layers, KeyPath.Heads, KeyPath.FeedForward, KeyPath.Context];

    private readonly InitializerSource _sources;
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly ConstantFolder _folder;
    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly int _nesting;
    private int _rank;

    private ConstructionReader(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation, int nesting = 0)
    {
        (_type, _compilation, _cancellation, _nesting) = (type, compilation, cancellation, nesting);
        _sources = new InitializerSource(compilation, cancellation);
        _folder = new ConstantFolder(_sources, Value);
    }

    /// <summary>What a <c>new</c> or <c>with</c> states; null where it is not to be seen what a <c>with</c> starts from.</summary>
    public static Construction? Read(IOperation operation, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new ConstructionReader(type, compilation, cancellation);
        if (!reader.Fill(operation, type, 0))
            return null;
        var last = operation is IObjectCreationOperation ? reader.AddAssignmentsAfter(operation.Syntax) : null;
        return new Construction(type, operation.Syntax, Head(operation.Syntax), reader.Values()) { Last = last };
    }

    /// <summary>True for a static class, and for another class whose constants state a model: width and layers at least.</summary>
    public static bool IsOfConstants(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return true;
        var keys = type.GetMembers().Where(static member => member is IFieldSymbol { IsConst: true }).Select(static member => MemberNames.Find(member.Name)).ToList();
        return keys.Contains(KeyPath.Width) && keys.Contains(KeyPath.Layers);
    }

    /// <summary>What the constants of a class state.</summary>
    public static Construction? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        if (type.DeclaringSyntaxReferences is not [var declaration, ..] || declaration.GetSyntax(cancellation) is not TypeDeclarationSyntax syntax)
            return null;
        var reader = new ConstructionReader(type, compilation, cancellation);
        foreach (var member in type.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol && member is { IsStatic: true, IsImplicitlyDeclared: false }))
            reader.Add(member.Name, reader._sources.Of(member));
        return new Construction(type, syntax, syntax.Identifier.GetLocation(), reader.Values(), IsOwn: true);
    }

    /// <summary>What a member gives: its initializer, its body, or what its method returns. Null where that is no construction.</summary>
    public static Construction? ReadMember(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        var given = new InitializerSource(compilation, cancellation).Of(member);
        while (given is IConversionOperation conversion)
            given = conversion.Operand;
        return given is { Type: INamedTypeSymbol type } ? Read(given, type, compilation, cancellation) : null;
    }

    /// <summary>What <c>new</c> without arguments states; null where a type cannot be constructed so.</summary>
    public static Construction? ReadDefaults(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var constructor = type.InstanceConstructors
            .Where(static one => one.Parameters.All(static parameter => parameter.IsOptional))
            .OrderBy(static one => one.Parameters.Length)
            .FirstOrDefault();
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences: [var declaration, ..] }
            || constructor is null
            || declaration.GetSyntax(cancellation) is not TypeDeclarationSyntax syntax)
        {
            return null;
        }

        var reader = new ConstructionReader(type, compilation, cancellation);
        reader.AddDefaults(type, constructor);
        reader._rank++;
        foreach (var parameter in constructor.Parameters)
            reader.Add(parameter.Name, reader._sources.Of(parameter));
        return new Construction(type, syntax, syntax.Identifier.GetLocation(), reader.Values());
    }

    private static Location Head(SyntaxNode construction) => construction switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => name.GetLocation(),
        _ => construction.GetLocation(),
    };

    private bool Fill(IOperation? operation, INamedTypeSymbol type, int depth)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation:
                AddDefaults(type, creation.Constructor);
                AddArguments(creation);
                AddInitializers(creation.Initializer);
                return true;
            case IWithOperation with when depth < MostBases && Fill(with.Operand, type, depth + 1):
                AddInitializers(with.Initializer);
                return true;
            case IConversionOperation conversion:
                return Fill(conversion.Operand, type, depth);
            case IInvocationOperation call when depth < MostBases:
                return FillCall(call, type, depth);
            case ILocalReferenceOperation local when depth < MostBases:
                return Fill(_sources.OfLocal(local), type, depth + 1);
            case IMemberReferenceOperation { Member.IsStatic: true } member when depth < MostBases:
                return Fill(_sources.OfReadOnly(member.Member), type, depth + 1);
            default:
                return false;
        }
    }

    /// <summary>A factory of the project, or a setter that returns its object; what it says of its parameters, the arguments say.</summary>
    private bool FillCall(IInvocationOperation call, INamedTypeSymbol type, int depth)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences is not [var declaration] || method.IsVirtual || method.IsAbstract || method.IsOverride)
            return false;
        if (call.Instance is { } start && Body(declaration.GetSyntax(_cancellation)) is { } body)
        {
            if (!Fill(start, type, depth + 1) || ConstructorBody.CallsItself(body) || !SymbolEqualityComparer.Default.Equals(method.ReturnType, type))
                return false;
            AddBody(body);
        }
        else if (!Fill(_sources.Of(method), type, depth + 1))
        {
            return false;
        }

        _rank++;
        foreach (var slot in _slots.Values.ToList())
        {
            var value = slot.Value;
            while (value is IConversionOperation conversion)
                value = conversion.Operand;
            if (value is IParameterReferenceOperation { Parameter: var parameter } && call.Arguments.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Parameter, parameter)) is { } argument)
                Add(slot.Name, argument.Value);
        }

        return true;
    }

    private static SyntaxNode? Body(SyntaxNode declaration) => declaration is BaseMethodDeclarationSyntax method ? (SyntaxNode?)method.Body ?? method.ExpressionBody : null;

    /// <summary>Initializers of properties and fields, and what the constructor's body sets. What another assembly sets is not to be seen: unknown.</summary>
    private void AddDefaults(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        var body = constructor?.DeclaringSyntaxReferences is [var declared, ..] ? Body(declared.GetSyntax(_cancellation)) : null;
        var hidden = type.DeclaringSyntaxReferences.Length == 0 || body is not null && ConstructorBody.CallsItself(body)
            || constructor?.DeclaringSyntaxReferences is [var chained, ..] && chained.GetSyntax(_cancellation) is ConstructorDeclarationSyntax { Initializer: not null };
        _rank++;
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static m => m is IFieldSymbol or IPropertySymbol && !m.IsStatic && !m.IsImplicitlyDeclared))
            {
                var initializer = _sources.Of(member);
                if ((initializer is not null || hidden || IsNeeded(member)) && !_slots.ContainsKey(member.Name))
                    Add(member.Name, initializer);
            }
        }

        if (body is not null)
            AddBody(body);
    }

    private static bool IsNeeded(ISymbol member) =>
        (member as IPropertySymbol)?.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32
            || (member as IFieldSymbol)?.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32
            ? MemberNames.Find(member.Name) is { } key && Needed.Contains(key)
            : false;

    private void AddBody(SyntaxNode body)
    {
        _rank++;
        foreach (var (member, value) in ConstructorBody.Assignments(body))
            Add(member, value is null ? null : _sources.OperationOf(value), value);
    }

    /// <summary>What is assigned to members right after the 'new', and the last such statement.</summary>
    private SyntaxNode? AddAssignmentsAfter(SyntaxNode creation)
    {
        _rank++;
        SyntaxNode? last = null;
        foreach (var assignment in ConstructorBody.After(creation))
        {
            Add(((MemberAccessExpressionSyntax)assignment.Left).Name.Identifier.ValueText, _sources.OperationOf(assignment.Right));
            last = assignment;
        }

        return last;
    }

    private void AddArguments(IObjectCreationOperation creation)
    {
        _rank++;
        foreach (var argument in creation.Arguments.Where(static argument => argument.Parameter is not null))
        {
            var stated = argument.ArgumentKind == ArgumentKind.Explicit;
            Add(argument.Parameter!.Name, argument.Value, stated ? argument.Value.Syntax : _sources.Of(argument.Parameter)?.Syntax);
        }
    }

    private void AddInitializers(IObjectOrCollectionInitializerOperation? initializer)
    {
        _rank++;
        foreach (var assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IMemberReferenceOperation target)
                Add(target.Member.Name, assignment.Value);
        }
    }

    private void Add(string name, IOperation? value) => Add(name, value, value?.Syntax);

    private void Add(string name, IOperation? value, SyntaxNode? origin) => _slots[name] = new Slot(name, value, origin, _rank);

    private Folded Value(ISymbol member) => _slots.TryGetValue(member.Name, out var slot) ? _folder.Fold(slot.Value) : Folded.Unknown;

    /// <summary>One value for each key: of two members that mean the same, the one that the construction states. A letter yields: beside a batch, B is a part of it.</summary>
    private List<StatedValue> Values()
    {
        var keys = MemberKeys.Of(_type, _slots.Keys);
        var values = _slots.Values
            .Where(slot => keys.ContainsKey(slot.Name))
            .GroupBy(slot => keys[slot.Name])
            .Select(static same => (same.Key, Slot: same.OrderBy(static slot => slot.Name.Length == 1).ThenByDescending(static slot => slot.Rank).First()))
            .Select(found => new StatedValue(found.Key, found.Slot.Name, _folder.Fold(found.Slot.Value), found.Slot.Origin))
            .ToList();
        foreach (var inner in _slots.Values.Where(slot => !keys.ContainsKey(slot.Name)).OrderByDescending(static slot => slot.Rank).SelectMany(Nested))
        {
            if (!values.Exists(value => value.Key == inner.Key))
                values.Add(inner);
        }

        RemoveDerivedHeadSize(values);
        return values;
    }

    /// <summary>The values of an object in a member: model and training settings in types of their own.</summary>
    private IEnumerable<StatedValue> Nested(Slot slot)
    {
        var value = slot.Value;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (_nesting >= DeepestNesting || value is not (IObjectCreationOperation or IWithOperation) || value.Type is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type)
            return [];
        var reader = new ConstructionReader(type, _compilation, _cancellation, _nesting + 1);
        return reader.Fill(value, type, 0) ? reader.Values() : [];
    }

    // 'HeadDim => EmbDim / NHeads' rounds down: it states nothing that the two do not, and would hide that they do not divide.
    private void RemoveDerivedHeadSize(List<StatedValue> values) => values.RemoveAll(value =>
        value.Key == KeyPath.HeadSize
        && _slots.TryGetValue(value.Name, out var slot)
        && slot.Value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, LeftOperand: var left, RightOperand: var right }
        && KeyOf(left) == KeyPath.Width && KeyOf(right) == KeyPath.Heads);

    private static KeyPath? KeyOf(IOperation operand) => operand switch
    {
        IMemberReferenceOperation member => MemberNames.Find(member.Member.Name),
        IParameterReferenceOperation parameter => MemberNames.Find(parameter.Parameter.Name),
        _ => null,
    };

    // Of two slots with one key, the one of the higher rank was written later.
    private sealed record Slot(string Name, IOperation? Value, SyntaxNode? Origin, int Rank);
}
