using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The types and methods of a compilation that carry <c>[ScalingModel]</c> or <c>[ScalingRun]</c>, and the types that hold one.</summary>
internal sealed class MarkedTypes(INamedTypeSymbol model, INamedTypeSymbol? run)
{
    // What says how long a run is: an object with a model and without one of these is no run.
    private static readonly KeyPath[] Length = [KeyPath.Steps, KeyPath.Epochs, KeyPath.Tokens, KeyPath.UniqueTokens];

    private readonly ConcurrentDictionary<INamedTypeSymbol, ConfigType?> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _holders = new(SymbolEqualityComparer.Default);

    /// <summary>Null where the project does not know the product's library.</summary>
    public static MarkedTypes? Of(Compilation compilation) => compilation.GetTypeByMetadataName(ConfigType.AttributeName) is { } model
        ? new MarkedTypes(model, compilation.GetTypeByMetadataName(ConfigType.RunAttributeName))
        : null;

    /// <summary>What the attribute of a type states; null where it has none.</summary>
    public ConfigType? Of(INamedTypeSymbol type, ProjectCode code) => _types.GetOrAdd(type, one => ConfigType.From(one, model, code) ?? OfRun(one, code));

    /// <summary>What <c>[ScalingRun]</c> on a method or type states.</summary>
    public ConfigType? OfRun(ISymbol symbol, ProjectCode code) => run is not null
        && symbol.GetAttributes().FirstOrDefault(use => SymbolEqualityComparer.Default.Equals(use.AttributeClass, run)) is { } use
            ? ConfigType.From(use, code)
            : null;

    /// <summary>True for a type of the project that has a marked type for a member or a parameter.</summary>
    public bool Holds(INamedTypeSymbol type, ProjectCode code) => !code.Declarations(type).IsEmpty && _holders.GetOrAdd(type, one =>
        Types(one).Any(inner => Of(inner, code) is not null));

    /// <summary>What the attribute of an object in a construction states, whatever is around it.</summary>
    public ConfigType? Held(Construction construction, ProjectCode code) => construction.Parts.Skip(1).Select(part => Of(part, code)).FirstOrDefault(static type => type is not null);

    /// <summary>The same of a type's members and parameters.</summary>
    public ConfigType? Held(INamedTypeSymbol type, ProjectCode code) => Types(type).Select(inner => Of(inner, code)).FirstOrDefault(static held => held is not null);

    /// <summary>What the attributes around a construction state: of its type or method, and of the objects in it. Null where no attribute asks for it.</summary>
    public ConfigType? Of(Construction construction, ProjectCode code, ConfigType? own = null)
    {
        own ??= Of(construction.Type, code);
        var inner = Held(construction, code);
        if (own is not null)
            return own.Over(inner);
        return inner is not null && construction.Values.Any(value => Length.Contains(value.Key) && value.Owner is { } owner && Of(owner, code) is null) ? inner : null;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol type) => type.GetMembers()
        .Select(static member => member switch { IPropertySymbol { IsStatic: false } property => property.Type, IFieldSymbol { IsStatic: false } field => field.Type, _ => null })
        .Concat(type.InstanceConstructors.SelectMany(static one => one.Parameters).Select(static parameter => parameter.Type))
        .OfType<INamedTypeSymbol>();
}
