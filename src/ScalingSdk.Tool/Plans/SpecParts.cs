using ScalingSdk.Json;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Tool.Plans;

/// <summary>Makes the text of a spec from sections of another and new ones.</summary>
internal static class SpecParts
{
    public static string Of(string? text, IReadOnlyList<string> kept, params (string Section, string Json)[] added)
    {
        var root = JsonReader.Read(text ?? "").Root as JsonObject;
        var sections = kept
            .Where(section => !Array.Exists(added, pair => string.Equals(pair.Section, section, StringComparison.Ordinal)))
            .Select(section => root?.Find(section))
            .Where(static member => member is not null)
            .Select(member => text!.Substring(member!.Span.Start, member.Span.Length))
            .Concat(added.Select(static pair => $"{JsonQuote.Of(pair.Section)}: {pair.Json}"));
        return $"{{ {string.Join(", ", sections)} }}";
    }
}
