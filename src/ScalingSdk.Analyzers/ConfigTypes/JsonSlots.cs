using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What an object of JSON states of the members of a type.</summary>
internal static class JsonSlots
{
    /// <param name="reader">Takes the values.</param>
    /// <param name="json">The object.</param>
    /// <param name="type">The type.</param>
    /// <param name="literal">The literal whose text the object is; null where it is that of a file.</param>
    public static void Add(SlotReader reader, JsonObject json, INamedTypeSymbol type, LiteralExpressionSyntax? literal = null)
    {
        reader.NextRank();
        var members = Members(type).ToList();
        foreach (var stated in json.Members)
        {
            if (members.Find(member => IsNamed(member, stated.Name)) is not { } member)
                continue;
            var known = Parsed(stated.Value, TypeOf(member)) ?? Folded(stated.Value);
            var place = literal is not null && stated.Value is JsonNumber ? JsonLiteral.Place(literal, stated.Value.Span) : null;
            if (known is not null || stated.Value is JsonObject)
                reader.Add(new Slot(member.Name, null, place is null ? null : literal, 0) { Place = place, Type = TypeOf(member), Known = known, Json = stated.Value as JsonObject });
        }
    }

    /// <summary>A number, text or truth value; null for others.</summary>
    public static Folded? Folded(JsonNode node) => node switch
    {
        JsonNumber number when long.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) => ConfigTypes.Folded.Of(whole),
        JsonNumber number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => ConfigTypes.Folded.Of(real),
        JsonBoolean flag => ConfigTypes.Folded.Of(flag.Value),
        JsonString text => ConfigTypes.Folded.Of(text.Value),
        _ => null,
    };

    // A configuration has texts alone, which become what the member takes.
    private static Folded? Parsed(JsonNode node, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return node is JsonString { Value: var text } && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            ? long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? ConfigTypes.Folded.Of(whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? ConfigTypes.Folded.Of(real)
            : null
            : null;
    }

    private static ITypeSymbol TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static member => member is IPropertySymbol { IsIndexer: false } or IFieldSymbol && member is { IsStatic: false, IsImplicitlyDeclared: false }))
                yield return member;
        }
    }

    // Serializers differ in upper and lower case and in underscores.
    private static bool IsNamed(ISymbol member, string name) => string.Equals(Plain(NameInJson(member) ?? member.Name), Plain(name), StringComparison.OrdinalIgnoreCase);

    private static string? NameInJson(ISymbol member) => member.GetAttributes()
        .FirstOrDefault(static use => use.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "ConfigurationKeyNameAttribute" && use.ConstructorArguments is [{ Value: string }])
        ?.ConstructorArguments[0].Value as string;

    private static string Plain(string name) => name.Replace("_", "").Replace("-", "");
}
