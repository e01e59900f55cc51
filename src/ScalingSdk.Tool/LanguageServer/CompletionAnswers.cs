using ScalingSdk.Models.Reading;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The keys and values that fit where a person types.</summary>
internal static class CompletionAnswers
{
    private const int PropertyKind = 10;
    private const string SchemaUri = "https://raw.githubusercontent.com/ScalingSdk/ScalingSdk/main/schema/scaling.schema.json";

    public static CompletionItem[] At(Document document, int offset, bool snippets)
    {
        if (Cursor.At(document.Text, offset) is not { Section.Count: <= 1 } cursor || (cursor.IsQuoted && cursor.End == offset))
            return [];
        if (cursor.IsValue)
            return cursor.Section.Count == 1 ? CompletionValues.Of(document, cursor, cursor.Section[0]) : [];
        var tail = Tail(document.Text, cursor.Token.End);
        return [.. Keys(cursor)
            .Where(key => !cursor.Present.Contains(key.Name))
            .Select((key, index) => Item(document, cursor, key, index, tail, snippets))];
    }

    private static IEnumerable<KeyOffer> Keys(Cursor cursor)
    {
        if (cursor.Section.Count == 0)
            return SpecReader.Keys.Select(Root);
        var section = cursor.Section[0];
        if (string.Equals(section, "suppress", StringComparison.Ordinal))
            return RuleCatalog.All.Where(static rule => RuleCatalog.Suppressible.Contains(rule.Id, StringComparer.Ordinal)).Select(static rule => new KeyOffer(rule.Id, rule.Title, "", "\"", "why this is meant", "\""));
        var keys = SpecKeys.All.Where(key => string.Equals(key.Section, section, StringComparison.Ordinal)).Select(Of);
        return string.Equals(section, SpecKeys.Config.Section, StringComparison.Ordinal)
            ? keys.Concat(ModelKeys.All.Select(static key => key == ModelKeys.Architecture
                ? new KeyOffer(key.Name, "", SpecKey.WithoutMarks(key.Meaning), "\"", "gpt2", "\"")
                : new KeyOffer(key.Name, "", SpecKey.WithoutMarks(key.Meaning), "", "", "")))
            : keys;
    }

    private static KeyOffer Root(string name) => name switch
    {
        "$schema" => new KeyOffer(name, "the schema of specs", "Editors without this server complete and check by it.", "\"", SchemaUri, "\""),
        "name" => new KeyOffer(name, "the name of the generated class", "Left out, the name of the file.", "\"", "Plan", "\""),
        _ => new KeyOffer(name, "section", string.Join(", ", SpecKeys.Of(name)), "{ ", "", " }"),
    };

    private static KeyOffer Of(SpecKey key)
    {
        var quote = key.Example.All(static c => char.IsAsciiDigit(c) || c is '.') ? "" : "\"";
        return new KeyOffer(key.Name, key.LeftOut.Length == 0 ? "" : "left out: " + SpecKey.WithoutMarks(key.LeftOut), key.PlainMeaning, quote, key.Example, quote);
    }

    private static CompletionItem Item(Document document, Cursor cursor, KeyOffer key, int index, (bool Colon, bool Member) tail, bool snippets)
    {
        var name = $"\"{key.Name}\"";
        var value = snippets ? $"{Escape(key.Open)}{(key.Value.Length == 0 ? "$1" : $"${{1:{Escape(key.Value)}}}")}{Escape(key.Close)}" : key.Open + key.Value + key.Close;
        var text = tail.Colon ? name : $"{(snippets ? Escape(name) : name)}: {value}{(tail.Member ? "," : "")}";
        return new CompletionItem(key.Name, PropertyKind, key.Detail, new MarkupContent(key.Meaning), cursor.IsQuoted ? name : key.Name,
            index.ToString("000", System.Globalization.CultureInfo.InvariantCulture), snippets && !tail.Colon ? 2 : 1, new TextEdit(document.RangeOf(cursor.Token), text));
    }

    /// <summary>What follows the typed key: its colon, or the next member, before which a comma stands.</summary>
    private static (bool Colon, bool Member) Tail(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        return end < text.Length ? (text[end] is ':', text[end] is '"') : (false, false);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);

    /// <summary>A key with the value that it gets.</summary>
    private sealed record KeyOffer(string Name, string Detail, string Meaning, string Open, string Value, string Close);
}
