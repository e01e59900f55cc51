using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Web.Inputs;

/// <summary>Values of a spec as a field shows and writes them.</summary>
internal static class SpecValues
{
    /// <summary>A value as a person types it: text without quotes, everything else as it is written.</summary>
    public static string Text(JsonNode value, string spec) => value switch
    {
        JsonString text => text.Value,
        _ => spec.Substring(value.Span.Start, value.Span.Length),
    };

    /// <summary>What writes the typed text for a key: a number or a switch as such, everything else quoted; nothing removes the key, and its section with the last one.</summary>
    public static IReadOnlyList<SpecEdit> Edits(JsonObject? root, IReadOnlyList<string> path, string typed)
    {
        var text = typed.Trim();
        if (text.Length > 0)
            return [SpecEdit.Set(Json(text), [.. path])];
        if (root?.Find(path[0])?.Value is not JsonObject section || section.Find(path[1]) is null)
            return [];
        return [section.Members.Count == 1 ? SpecEdit.Remove(path[0]) : SpecEdit.Remove([.. path])];
    }

    /// <summary>The gravest finding about a stretch of the spec.</summary>
    public static Severity? SeverityAt(IReadOnlyList<Finding> findings, SourceSpan span)
    {
        Severity? gravest = null;
        foreach (var finding in findings)
        {
            if (finding.Span.Length > 0 && finding.Span.Start >= span.Start && finding.Span.End <= span.End && (gravest is null || finding.Severity > gravest))
                gravest = finding.Severity;
        }

        return gravest;
    }

    private static string Json(string text) =>
        text is "true" or "false" || (JsonReader.Read(text).Root is JsonNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) || text[0] is '[' or '{' && JsonReader.Read(text).Root is not null
            ? text
            : JsonQuote.Of(text);
}
