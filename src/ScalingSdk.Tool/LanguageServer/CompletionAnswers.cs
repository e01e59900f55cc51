using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The keys and values that fit where a person types.</summary>
internal static class CompletionAnswers
{
    private const int PropertyKind = 10;

    public static CompletionItem[] At(Document document, int offset, bool snippets)
    {
        if (Cursor.At(document.Text, offset) is not { } cursor || (cursor.IsQuoted && cursor.End == offset))
            return [];
        var tail = Tail(document.Text, cursor.Token.End);
        return cursor.IsValue
            ? CompletionValues.Of(document, cursor, tail.Member)
            : [.. Keys(cursor)
                .Where(key => !cursor.Present.Contains(key.Name))
                .Select((key, index) => Item(document, cursor, key, index, tail, snippets))];
    }

    private static IEnumerable<KeyOffer> Keys(Cursor cursor)
    {
        if (cursor.Section.Count == 0)
            return RootKeys.All.Select(Of);
        if (cursor.IsIn(RootKeys.Suppress.Name))
            return RuleCatalog.All.Where(static rule => RuleCatalog.Suppressible.Contains(rule.Id, StringComparer.Ordinal)).Select(static rule => new KeyOffer(rule.Id, rule.Title, "", "\"", "why this is meant", "\""));
        if (cursor.IsInBlock)
            return Blocks.OfABlock.Select(Of);
        var keys = SpecKeys.All.Where(key => cursor.IsIn(key.Section)).Select(Of);
        return cursor.IsInModel ? keys.Concat(ModelKeys.All.Select(Of)) : keys;
    }

    private static KeyOffer Of(RootKey key) =>
        key == RootKeys.Schema ? new KeyOffer(key.Name, "", key.Meaning, "\"", RootKeys.SchemaAddress, "\"")
        : key == RootKeys.Name ? new KeyOffer(key.Name, "", key.Meaning, "\"", "Plan", "\"")
        : new KeyOffer(key.Name, string.Join(", ", SpecKeys.Of(key.Name)), key.Meaning, "{ ", "", " }");

    private static KeyOffer Of(ModelKey key)
    {
        var (quote, example) = key == ModelKeys.Architecture ? ("\"", "gpt2") : ("", "");
        return new KeyOffer(key.Name, "", SpecKey.WithoutMarks(key.Meaning), quote, example, quote);
    }

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
