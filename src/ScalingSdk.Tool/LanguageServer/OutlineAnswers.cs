using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The sections and keys of a spec as an outline, and the files that it names as links.</summary>
internal static class OutlineAnswers
{
    private const int ModuleKind = 2;
    private const int PropertyKind = 7;

    public static DocumentSymbol[] Symbols(Document document) => document.Root is { } root ? Symbols(document, root) : [];

    /// <summary>The sections that stand on several lines, without their last line, so that the closing brace stays in sight.</summary>
    public static FoldingRange[] Folds(Document document) => document.Root is { } root
        ? [.. Objects(root).Select(section => document.RangeOf(section.Span)).Where(static range => range.End.Line > range.Start.Line + 1)
            .Select(static range => new FoldingRange(range.Start.Line, range.End.Line - 1))]
        : [];

    public static DocumentLink[] Links(Document document)
    {
        if (document.Root is not { } root)
            return [];
        var files = new List<DocumentLink>();
        foreach (var section in root.Members)
        {
            foreach (var member in section.Value is JsonObject inner ? inner.Members : [])
            {
                if (member.Value is JsonString text && IsFile(section.Name, member.Name, text.Value)
                    && DocumentPath.ToUri(SpecPaths.Beside(document.Path, text.Value)) is { } target)
                    files.Add(new DocumentLink(document.RangeOf(new SourceSpan(text.Span.Start + 1, text.Span.Length - 2)), target));
            }
        }

        return [.. files];
    }

    private static IEnumerable<JsonObject> Objects(JsonObject parent) =>
        parent.Members.Select(static member => member.Value).OfType<JsonObject>().SelectMany(static inner => Objects(inner).Prepend(inner));

    private static bool IsFile(string section, string key, string value) => value.Length > 0 && !value.Contains('\0', StringComparison.Ordinal)
        && ((string.Equals(section, SizeKeys.Config.Section, StringComparison.Ordinal) && string.Equals(key, SizeKeys.Config.Name, StringComparison.Ordinal))
            || (string.Equals(section, LawsKeys.Allocation.Section, StringComparison.Ordinal) && value.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase)));

    private static DocumentSymbol[] Symbols(Document document, JsonObject section) => [.. section.Members.Where(static member => member.Name.Length > 0).Select(member => new DocumentSymbol(
        member.Name,
        member.Value is JsonObject ? "" : Excerpt.Of(document.Text.Substring(member.Value.Span.Start, member.Value.Span.Length)),
        member.Value is JsonObject ? ModuleKind : PropertyKind,
        document.RangeOf(member.Span),
        document.RangeOf(member.NameSpan),
        member.Value is JsonObject inner ? Symbols(document, inner) : []))];
}
