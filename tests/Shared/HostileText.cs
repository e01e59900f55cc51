using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ScalingSdk.Testing;

/// <summary>Text that moves a cursor, starts a line and gives orders to build servers, and documents with it in the place of each of their strings.</summary>
internal static class HostileText
{
    /// <summary>The text.</summary>
    public const string Text = "x\n::error file=a.js::pwned\r\n##vso[task.setvariable variable=P]v\n##[error]e \u001b[31m\u001b]8;;http://evil\u001b\\ \u202egnp\u2066 \u2028 \u0085 \u200b {0} [t](u) <b> | ` \ud83d\ude00";

    /// <summary>The document once for each name and text in it, with the hostile text there; then once for each text, with the hostile text behind it.</summary>
    public static IReadOnlyList<string> EveryString(string json)
    {
        var documents = new List<string>();
        foreach (var behind in new[] { false, true })
        {
            for (var place = 0; ; place++)
            {
                var left = place;
                var document = Put(JsonNode.Parse(json)!, ref left, behind).ToJsonString();
                if (left >= 0)
                    break;
                documents.Add(document);
            }
        }

        return documents;
    }

    /// <summary>Fails where a text that a person or a build server reads is not neutral.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="where">Who wrote it, for the message.</param>
    public static void AssertNeutral(string text, string where)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{where} writes U+{rune.Value:X4}: write it through OutsideText\n{text}"));
        }

        Assert.True(!text.Split('\n').Any(static line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), $"{where} starts a line with '::'\n{text}");
        Assert.True(!text.Contains("##vso[", StringComparison.OrdinalIgnoreCase) && !text.Contains("##[", StringComparison.Ordinal), $"{where} writes an order to a build server\n{text}");
    }

    private static JsonNode Put(JsonNode node, ref int left, bool behind)
    {
        switch (node)
        {
            case JsonObject members:
                var copy = new JsonObject();
                foreach (var (name, value) in members)
                    copy[!behind && left-- == 0 ? Text : name] = value is null ? null : Put(value, ref left, behind);
                return copy;
            case JsonArray items:
                var array = new JsonArray();
                foreach (var item in items)
                    array.Add(item is null ? null : Put(item, ref left, behind));
                return array;
            default:
                return node.GetValueKind() == System.Text.Json.JsonValueKind.String && left-- == 0
                    ? JsonValue.Create(behind ? node.GetValue<string>() + " " + Text : Text)
                    : node.DeepClone();
        }
    }
}
