using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>A value of JSON's kinds and where it comes from: most often a text, but options and C# build the same tree without one.</summary>
internal abstract class JsonNode(Origin origin)
{
    /// <summary>What states the value.</summary>
    public Origin Origin { get; } = origin;

    /// <summary>From the value's first character to its last: quotes, brackets and braces included.</summary>
    public SourceSpan Span => Origin.Span;

    /// <summary>What a message calls this value: "a number", "an object", ...</summary>
    public abstract string Kind { get; }
}

internal sealed class JsonObject(Origin origin, JsonMember[] members) : JsonNode(origin)
{
    public IReadOnlyList<JsonMember> Members => members;

    public override string Kind => "an object";

    /// <summary>The member of this name, or null. Names are compared ordinally; a document has no name twice.</summary>
    public JsonMember? Find(string name)
    {
        foreach (var member in members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member;
        }

        return null;
    }
}

internal sealed record JsonMember(string Name, Origin NameOrigin, JsonNode Value)
{
    /// <summary>What a message calls it: the member of C# that states the value, or the name.</summary>
    public string Label => NameOrigin is { Kind: OriginKind.Code, Name: { Length: > 0 } member } ? member : Name;

    /// <summary>The name with its quotes.</summary>
    public SourceSpan NameSpan => NameOrigin.Span;

    /// <summary>From the opening quote of the name to the end of the value.</summary>
    public SourceSpan Span => NameSpan.To(Value.Span);

    /// <summary>Name and value together.</summary>
    public Origin Origin => Value.Origin.Kind == OriginKind.File ? Span : Value.Origin;
}

internal sealed class JsonArray(Origin origin, IReadOnlyList<JsonNode> items) : JsonNode(origin)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override string Kind => "an array";
}

internal sealed class JsonString(Origin origin, string value) : JsonNode(origin)
{
    /// <summary>The text with its escapes resolved.</summary>
    public string Value { get; } = value;

    public override string Kind => "text";
}

internal sealed class JsonNumber(Origin origin, string text) : JsonNode(origin)
{
    /// <summary>The number as written: any length, any exponent.</summary>
    public string Text { get; } = text;

    public override string Kind => "a number";
}

internal sealed class JsonBoolean(Origin origin, bool value) : JsonNode(origin)
{
    public bool Value { get; } = value;

    public override string Kind => Value ? "true" : "false";
}

internal sealed class JsonNull(Origin origin) : JsonNode(origin)
{
    public override string Kind => "null";
}
