using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Members without which nothing can be counted: where a type has one and no value, the value is unknown, and no message denies the member.</summary>
internal static class NeededMembers
{
    private static readonly KeyPath[] Needed = [KeyPath.Vocabulary, KeyPath.Width, KeyPath.Layers, KeyPath.Heads, KeyPath.FeedForward, KeyPath.Context];

    public static bool Needs(KeyPath key) => Needed.Contains(key);

    /// <summary>True for such a member, and for one whose object has such members.</summary>
    public static bool Has(ISymbol member, ProjectCode code)
    {
        var type = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        return IsWhole(type) ? Key(member) is not null : type is INamedTypeSymbol own && HasAny(own, code);
    }

    /// <summary>True for a type of the project that states a model.</summary>
    public static bool HasAny(INamedTypeSymbol type, ProjectCode code) => type.TypeKind is TypeKind.Class or TypeKind.Struct && !code.Declarations(type).IsEmpty && Of(type).Skip(1).Any();

    /// <summary>The members of a type that a model needs.</summary>
    public static IEnumerable<(ISymbol Member, KeyPath Key)> Of(INamedTypeSymbol type) => type.GetMembers()
        .Where(static member => member is IPropertySymbol or IFieldSymbol && !member.IsStatic && !member.IsImplicitlyDeclared)
        .Where(static member => IsWhole((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type))
        .Select(static member => (member, Key(member)!))
        .Where(static found => found.Item2 is not null);

    /// <summary>All members of a type, its bases' too, and whether each is a number.</summary>
    public static IEnumerable<(string Name, bool IsNumber)> AllOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static member => member is IPropertySymbol or IFieldSymbol && !member.IsImplicitlyDeclared))
                yield return (member.Name, IsNumber((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type));
        }
    }

    private static KeyPath? Key(ISymbol member) => MemberNames.Find(member.Name) is { } key && Needs(key) ? key : null;

    private static bool IsNumber(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? IsNumber(nullable.TypeArguments[0])
        : type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double || type.TypeKind is TypeKind.TypeParameter or TypeKind.Error;

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32;
}
