using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>A JSON value and where it stands in its text.</summary>
internal abstract class JsonNode(SourceSpan span)
{
    /// <summary>From the value's first character to its last: quotes, brackets and braces included.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What a message calls this value: "a number", "an object", ...</summary>
    public abstract string Kind { get; }
}

internal sealed class JsonObject(SourceSpan span, IReadOnlyList<JsonMember> members) : JsonNode(span)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    public override string Kind => "an object";

    /// <summary>The member of this name, or null. Names are compared ordinally; a document has no name twice.</summary>
    public JsonMember? Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
                return member;
        }

        return null;
    }
}

internal sealed record JsonMember(string Name, SourceSpan NameSpan, JsonNode Value)
{
    /// <summary>From the opening quote of the name to the end of the value.</summary>
    public SourceSpan Span => NameSpan.To(Value.Span);
}

internal sealed class JsonArray(SourceSpan span, IReadOnlyList<JsonNode> items) : JsonNode(span)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override string Kind => "an array";
}

internal sealed class JsonString(SourceSpan span, string value) : JsonNode(span)
{
    /// <summary>The text with its escapes resolved.</summary>
    public string Value { get; } = value;

    public override string Kind => "text";
}

internal sealed class JsonNumber(SourceSpan span, string text) : JsonNode(span)
{
    /// <summary>The number as written: any length, any exponent.</summary>
    public string Text { get; } = text;

    public override string Kind => "a number";
}

internal sealed class JsonBoolean(SourceSpan span, bool value) : JsonNode(span)
{
    public bool Value { get; } = value;

    public override string Kind => Value ? "true" : "false";
}

internal sealed class JsonNull(SourceSpan span) : JsonNode(span)
{
    public override string Kind => "null";
}
