using System.Text.Json;
using System.Text.RegularExpressions;
using ScalingSdk.Json;

namespace ScalingSdk.Tests.Text;

/// <summary>Holds <see cref="JsonReader"/> against System.Text.Json, and every span against the text.</summary>
/// <remarks>
/// System.Text.Json refuses one thing that we read, a comment between a name and its colon: there the comment is
/// blanked out, with as many spaces, before the two are compared.
/// </remarks>
internal static partial class JsonOracle
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 64,
        AllowDuplicateProperties = false,
    };

    /// <summary>Fails unless both read the same values from a text, or both refuse it.</summary>
    public static void AssertAgrees(string text)
    {
        var reading = JsonReader.Read(text);
        Assert.True(reading.Root is null != reading.Error is null, "exactly one of root and error");
        if (reading.Error is { } error)
        {
            Assert.True(error.Span.Start >= 0 && error.Span.Length >= 0 && error.Span.End <= text.Length, $"span {error.Span}");
            Assert.True(error.Message.Length < 300, error.Message);
        }

        if (reading.Root is { } root)
            text = BlankCommentsBeforeColons(text, root);

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            AssertReadable(document.RootElement);
            Assert.True(reading.Error is null, $"System.Text.Json reads it, JsonReader says: {reading.Error?.Message}");
            AssertSame(document.RootElement, reading.Root!);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            Assert.True(reading.Error is not null, $"JsonReader reads it, System.Text.Json says: {e.Message}");
            return;
        }

        AssertSpans(text, reading.Root!);
    }

    [GeneratedRegex(@"\G(?:[ \t\r\n]|//[^\r\n]*|/\*[\s\S]*?\*/)*", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Blanks();

    private static string BlankCommentsBeforeColons(string text, JsonNode node)
    {
        foreach (var member in (node as JsonObject)?.Members ?? [])
        {
            var blanks = Blanks().Match(text, member.NameSpan.End);
            text = text.Remove(blanks.Index, blanks.Length).Insert(blanks.Index, new string(' ', blanks.Length));
            text = BlankCommentsBeforeColons(text, member.Value);
        }

        return ((node as JsonArray)?.Items ?? []).Aggregate(text, BlankCommentsBeforeColons);
    }

    /// <summary>Gets every text of a document: half a surrogate pair shows only then.</summary>
    private static void AssertReadable(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    AssertReadable(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    AssertReadable(item);

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }

    private static void AssertSame(JsonElement expected, JsonNode actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var members = Assert.IsType<JsonObject>(actual).Members;
                Assert.True(expected.EnumerateObject().Select(p => p.Name).SequenceEqual(members.Select(m => m.Name), StringComparer.Ordinal));
                foreach (var (property, member) in expected.EnumerateObject().Zip(members))
                    AssertSame(property.Value, member.Value);

                break;
            case JsonValueKind.Array:
                var items = Assert.IsType<JsonArray>(actual).Items;
                Assert.Equal(expected.GetArrayLength(), items.Count);
                foreach (var (element, item) in expected.EnumerateArray().Zip(items))
                    AssertSame(element, item);

                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), Assert.IsType<JsonString>(actual).Value);
                break;
            case JsonValueKind.Number:
                Assert.Equal(expected.GetRawText(), Assert.IsType<JsonNumber>(actual).Text);
                break;
            case JsonValueKind.Null:
                Assert.IsType<JsonNull>(actual);
                break;
            default:
                Assert.Equal(expected.GetBoolean(), Assert.IsType<JsonBoolean>(actual).Value);
                break;
        }
    }

    /// <summary>The text at each span is the value, and the text at each name's span is the name.</summary>
    private static void AssertSpans(string text, JsonNode node)
    {
        using (var value = JsonDocument.Parse(text.Substring(node.Span.Start, node.Span.Length), Options))
            AssertSame(value.RootElement, node);

        foreach (var member in (node as JsonObject)?.Members ?? [])
        {
            using var name = JsonDocument.Parse(text.Substring(member.NameSpan.Start, member.NameSpan.Length));
            Assert.Equal(member.Name, name.RootElement.GetString());
            Assert.Equal(member.NameSpan.Start, member.Span.Start);
            Assert.Equal(member.Value.Span.End, member.Span.End);
            AssertSpans(text, member.Value);
        }

        foreach (var item in (node as JsonArray)?.Items ?? [])
            AssertSpans(text, item);
    }
}
