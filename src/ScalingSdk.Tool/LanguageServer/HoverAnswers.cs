using System.Text;
using ScalingSdk.Json;
using ScalingSdk.Models.Reading;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What a key means, its value as a number, and what follows from it in this plan.</summary>
internal static class HoverAnswers
{
    /// <param name="document">The spec.</param>
    /// <param name="result">Its plan and findings.</param>
    /// <param name="offset">The place of the mouse or the cursor.</param>
    /// <param name="schemaHover">True where the client shows meanings and findings itself.</param>
    public static Hover? At(Document document, SpecResult result, int offset, bool schemaHover)
    {
        // The character under the cursor, not the gap before it.
        if (Cursor.At(document.Text, offset + 1) is not { Token.Length: > 0, Section.Count: 1 } cursor)
            return null;
        var text = new StringBuilder();
        var (section, name) = (cursor.Section[0], cursor.Key);
        if (SpecKeys.Find(section, name) is { } key)
            Describe(text, key, document, result.Plan, schemaHover);
        else if (string.Equals(section, SpecKeys.Config.Section, StringComparison.Ordinal) && ModelKeys.Find(name) is { } dimension)
            Describe(text, dimension, result.Plan, schemaHover);
        foreach (var finding in schemaHover ? [] : result.Findings.Where(finding => finding.Span.Start <= offset && offset < finding.Span.End))
            text.Append($"\n\n**{finding.Rule.Id}** {Escape(finding.Text).Replace("\n", "  \n", StringComparison.Ordinal)}");
        return text.Length == 0 ? null : new Hover(new MarkupContent(text.ToString().TrimStart('\n')), document.RangeOf(cursor.Token));
    }

    private static void Describe(StringBuilder text, SpecKey key, Document document, TrainingPlan? plan, bool schemaHover)
    {
        if (!schemaHover)
        {
            text.Append($"**{key}**: {Escape(key.PlainMeaning)}");
            if (key.LeftOut.Length > 0)
                text.Append($"  \nleft out: {Escape(SpecKey.WithoutMarks(key.LeftOut))}");
            if (key.Choices.Count > 0)
                text.Append($"  \none of {string.Join(", ", key.Choices)}");
        }

        if (key.Unit is { } unit && document.Root?.Find(key.Section)?.Value is JsonObject section && section.Find(key.Name)?.Value is { } value
            && Quantity.Read(value, unit, key.AllowsZero) is { Error: null } read)
            text.Append($"\n\n`{key.Name}` = {(read.Value >= 1000 ? NumberText.Grouped(read.Value) : NumberText.Compact(read.Value))}");
        Append(text, plan is null ? [] : KeyFigures.Of(key, plan));
    }

    private static void Describe(StringBuilder text, ModelKey key, TrainingPlan? plan, bool schemaHover)
    {
        if (!schemaHover)
            text.Append($"**model.{key.Name}**: {Escape(SpecKey.WithoutMarks(key.Meaning))}");
        Append(text, plan is null ? [] : KeyFigures.OfModel(plan));
    }

    private static void Append(StringBuilder text, IEnumerable<string> lines)
    {
        var separator = "\n\n";
        foreach (var line in lines)
        {
            text.Append(separator).Append("- ").Append(Escape(line));
            separator = "\n";
        }
    }

    // Names and texts of the spec are text, not Markdown: no link, image or HTML of a hostile file.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '!' or '#' or '|' or '~' or '&')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
