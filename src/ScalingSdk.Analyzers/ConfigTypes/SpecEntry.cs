using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A value of the spec that stands for a construction.</summary>
/// <param name="Key">Its section and key.</param>
/// <param name="Json">The value as JSON writes it.</param>
/// <param name="Origin">The C# expression that set it.</param>
/// <param name="Name">The member or the attribute's argument that states it.</param>
/// <param name="Site">Where another value can be written; null where there is no one expression for it.</param>
internal sealed record SpecEntry(KeyPath Key, string Json, SyntaxNode? Origin, string Name = "", CodeSite? Site = null)
{
    /// <summary>The values as a spec: each has the expression behind it for its origin.</summary>
    public static SpecTree Tree(string name, IEnumerable<SpecEntry> entries)
    {
        var type = Text.Origin.Code("");
        var spec = SpecTree.Empty(type).With("name", new JsonString(type, name));
        foreach (var entry in entries)
            spec = spec.With(entry.Key.Section, entry.Key.Key, Node(entry.Json, Text.Origin.Code(entry.Name, entry)));
        return spec;
    }

    /// <summary>A value with its origin.</summary>
    public static JsonNode Node(string json, Origin origin) => JsonReader.Read(json).Root switch
    {
        JsonNumber number => new JsonNumber(origin, number.Text),
        JsonBoolean flag => new JsonBoolean(origin, flag.Value),
        JsonString text => new JsonString(origin, text.Value),
        _ => throw new InvalidOperationException("a value of C# is a number, a truth value or text"),
    };
}

/// <summary>An expression for which another can be written.</summary>
/// <param name="Expression">The expression: of a value that code names, the one that the constant or local starts with.</param>
/// <param name="Name">What the expression is the value of.</param>
/// <param name="Origin">Where the value is used.</param>
/// <param name="Now">Its value.</param>
/// <param name="Rest">What it is multiplied with to give the value of the spec.</param>
internal sealed record CodeSite(ExpressionSyntax Expression, string Name, SyntaxNode Origin, object Now, double Rest = 1)
{
    /// <summary>What the value means in a spec.</summary>
    public KeyPath? Key { get; init; }

    /// <summary>Where the value stands in the expression, where that is a literal of JSON.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>What is rewritten.</summary>
    public Location Location => Place is { } place ? Location.Create(Expression.SyntaxTree, place) : Expression.GetLocation();

    /// <summary>True where digits stand in groups.</summary>
    public bool IsGrouped => Place is null && Expression.ToString().Contains('_');

    /// <summary>True for an argument of the attribute that has no name.</summary>
    public bool IsArchitecture => Origin.Parent is AttributeArgumentSyntax { NameEquals: null };

    public static CodeSite? Of(StatedValue value, double rest = 1) =>
        value is { IsRepeated: false, Origin: { } origin, Value.Value: { } now } && (value.Site ?? (EditSite.IsWritten(origin) ? (ExpressionSyntax)origin : null)) is { } site
            ? new CodeSite(site, EditSite.Declared(site) ?? value.Name, origin, now, rest) { Place = value.Place, Key = value.Key }
            : null;
}
