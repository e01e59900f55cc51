using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The values that a key takes: names, devices, laws, architectures, files beside the spec, units behind a number.</summary>
internal static class CompletionValues
{
    private const int ValueKind = 12;
    private const int MostFiles = 200;

    /// <param name="document">The spec.</param>
    /// <param name="cursor">The place of the value.</param>
    /// <param name="beforeMember">True where another key follows: a comma is missing.</param>
    public static CompletionItem[] Of(Document document, Cursor cursor, bool beforeMember)
    {
        var typed = cursor.Typed(document.Text);
        var comma = beforeMember ? "," : "";
        return [.. Values(document, cursor, typed).Select((value, index) => new CompletionItem(
            value.Text, ValueKind, value.Detail, new MarkupContent(""), cursor.IsQuoted ? $"\"{value.Text}\"" : value.Text,
            index.ToString("000", CultureInfo.InvariantCulture), 1, new TextEdit(document.RangeOf(cursor.Token), JsonQuote.Of(value.Text) + comma)))];
    }

    private static IEnumerable<(string Text, string Detail)> Values(Document document, Cursor cursor, string typed)
    {
        if (cursor.Section.Count == 0)
            return string.Equals(cursor.Key, RootKeys.Schema.Name, StringComparison.Ordinal) ? [(RootKeys.SchemaAddress, "")] : [];
        if (cursor.IsInModel && ModelKeys.Find(cursor.Key) == ModelKeys.Architecture)
            return ArchitectureCatalog.Names.Order(StringComparer.Ordinal).Select(static architecture => (architecture, ""));
        if (cursor.Section.Count > 1 || SpecKeys.Find(cursor.Section[0], cursor.Key) is not { } key)
            return [];
        if (key == SizeKeys.Config)
            return Files(document, ".json").Where(static file => !DocumentPath.IsSpec(file.Text) && !file.Text.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase));
        var named = KeyValues.Of(key);
        if (key == LawsKeys.Allocation)
            return named.Concat(Files(document, LawFile.Extension));
        return named.Count > 0 ? named : Quantities(key, typed);
    }

    /// <summary>The typed number with each unit that the key takes; the key's example where nothing is typed.</summary>
    private static IEnumerable<(string Text, string Detail)> Quantities(SpecKey key, string typed)
    {
        var end = 0;
        while (end < typed.Length && IsOfNumber(typed, end))
            end++;
        var number = typed[..end];
        var blank = end < typed.Length && typed[end] is ' ' ? " " : "";
        return number.Length > 0 && key.Unit is { } unit
            ? unit.Symbols.Select(symbol => number + blank + symbol).Where(text => key.Accepts(new JsonString(new SourceSpan(0, 0), text))).Select(static text => (text, ""))
            : [(key.Example, "for example")];
    }

    private static bool IsOfNumber(string text, int at) => char.IsAsciiDigit(text[at]) || text[at] is '.' or ',' or '_'
        || (at > 0 && text[at] is ('e' or 'E') && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '+' or '-'))
        || (at > 0 && text[at] is ('+' or '-') && text[at - 1] is 'e' or 'E');

    /// <summary>Files beside the spec.</summary>
    private static (string Text, string Detail)[] Files(Document document, string extension)
    {
        try
        {
            return Path.GetDirectoryName(document.Path) is { Length: > 0 } folder
                ? [.. Directory.EnumerateFiles(folder, "*" + extension).Take(MostFiles).Select(static file => (Path.GetFileName(file), "beside the spec")).Order()]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
