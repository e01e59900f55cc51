using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Reads what a construction states: arguments, initializers and <c>with</c> over the type's defaults.</summary>
internal sealed class ConstructionReader
{
    private const int MostBases = 16;

    private readonly InitializerSource _sources;
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly ConstantFolder _folder;
    private int _rank;

    private ConstructionReader(Compilation compilation, CancellationToken cancellation)
    {
        _sources = new InitializerSource(compilation, cancellation);
        _folder = new ConstantFolder(_sources, Value);
    }

    /// <summary>What a <c>new</c> or <c>with</c> states; null where it is not to be seen what a <c>with</c> starts from.</summary>
    public static Construction? Read(IOperation operation, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new ConstructionReader(compilation, cancellation);
        return reader.Fill(operation, type, 0) ? new Construction(type, operation.Syntax, Head(operation.Syntax), reader.Values()) : null;
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
        var reader = new ConstructionReader(compilation, cancellation);
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

        var reader = new ConstructionReader(compilation, cancellation);
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
            case ILocalReferenceOperation local when depth < MostBases:
                return Fill(_sources.OfLocal(local), type, depth + 1);
            case IMemberReferenceOperation { Member.IsStatic: true } member when depth < MostBases:
                return Fill(_sources.OfReadOnly(member.Member), type, depth + 1);
            default:
                return false;
        }
    }

    /// <summary>Initializers of properties and fields. What another assembly or a constructor's body sets is not to be seen: unknown.</summary>
    private void AddDefaults(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        var hidden = type.DeclaringSyntaxReferences.Length == 0
            || constructor?.DeclaringSyntaxReferences is [var declared, ..] && declared.GetSyntax() is ConstructorDeclarationSyntax;
        _rank++;
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static m => m is IFieldSymbol or IPropertySymbol && !m.IsStatic && !m.IsImplicitlyDeclared))
            {
                var initializer = _sources.Of(member);
                if ((initializer is not null || hidden) && !_slots.ContainsKey(member.Name))
                    Add(member.Name, initializer);
            }
        }
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
        var keys = MemberNames.FindAll(_slots.Keys);
        return
        [
            .. _slots.Values
                .Where(slot => keys.ContainsKey(slot.Name))
                .GroupBy(slot => keys[slot.Name])
                .Select(static same => (same.Key, Slot: same.OrderBy(static slot => slot.Name.Length == 1).ThenByDescending(static slot => slot.Rank).First()))
                .Select(found => new StatedValue(found.Key, found.Slot.Name, _folder.Fold(found.Slot.Value), found.Slot.Origin)),
        ];
    }

    // Of two slots with one key, the one of the higher rank was written later.
    private sealed record Slot(string Name, IOperation? Value, SyntaxNode? Origin, int Rank);
}
