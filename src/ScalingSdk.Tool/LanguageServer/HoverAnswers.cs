using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Reading;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What a key means, its value as a number, and what follows from it in this plan.</summary>
internal static class HoverAnswers
{
    // More digits say less than a power of ten.
    private const double MostGrouped = 1e15;

    /// <param name="document">The spec.</param>
    /// <param name="result">Its plan and findings.</param>
    /// <param name="offset">The place of the mouse or the cursor.</param>
    /// <param name="schemaHover">True where the client shows meanings and findings itself.</param>
    public static Hover? At(Document document, SpecResult result, int offset, bool schemaHover)
    {
        // The character under the cursor, not the gap before it.
        if (Cursor.At(document.Text, offset + 1) is not { Token.Length: > 0 } cursor)
            return null;
        var text = new StringBuilder();
        Describe(text, cursor, document, result.Plan, schemaHover);
        foreach (var finding in schemaHover ? [] : result.Findings.Where(finding => finding.Span.Start <= offset && offset < finding.Span.End))
            text.Append($"\n\n**{finding.Rule.Id}** {Escape(finding.Text).Replace("\n", "  \n", StringComparison.Ordinal)}");
        return text.Length == 0 ? null : new Hover(new MarkupContent(text.ToString().TrimStart('\n')), document.RangeOf(cursor.Token));
    }

    private static void Describe(StringBuilder text, Cursor cursor, Document document, TrainingPlan? plan, bool schemaHover)
    {
        var name = cursor.Key;
        if (cursor.Section.Count == 0)
            Describe(text, name, schemaHover);
        else if (cursor.IsIn(RootKeys.Suppress.Name))
            Describe(text, RuleCatalog.All.FirstOrDefault(rule => string.Equals(rule.Id, name, StringComparison.Ordinal)));
        else if (cursor.Section.Count == 1 && SpecKeys.Find(cursor.Section[0], name) is { } key)
            Describe(text, key, document, plan, schemaHover);
        else if ((cursor.IsInModel || cursor.IsInBlock) && ModelKeys.Find(name) is { } dimension)
            Describe(text, dimension, plan, schemaHover);
    }

    private static void Describe(StringBuilder text, string name, bool schemaHover)
    {
        if (!schemaHover && RootKeys.Find(name) is { } root)
            text.Append($"**{Escape(root.Name)}**: {Escape(root.Meaning)}");
    }

    private static void Describe(StringBuilder text, RuleInfo? rule)
    {
        if (rule is not null)
            text.Append($"**{rule.Id}**: {Escape(rule.Title)} ([what it says]({rule.HelpLink}))");
    }

    private static void Describe(StringBuilder text, SpecKey key, Document document, TrainingPlan? plan, bool schemaHover)
    {
        if (!schemaHover)
        {
            text.Append($"**{key}**: {Escape(key.PlainMeaning)}");
            if (key.LeftOut.Length > 0)
                text.Append($"  \nleft out: {Escape(SpecKey.WithoutMarks(key.LeftOut))}");
            if (key.Unit is not null)
                text.Append($"  \ntakes {Escape(key.Unit.Takes)}");
            if (key.Choices.Count > 0)
                text.Append($"  \none of {string.Join(", ", key.Choices)}");
        }

        if (key.Unit is { } unit && document.Root?.Find(key.Section)?.Value is JsonObject section && section.Find(key.Name)?.Value is { } value
            && Quantity.Read(value, unit, key.AllowsZero) is { Error: null } read)
            text.Append($"\n\n`{key.Name}` = {$"{(read.Value is >= 1000 and < MostGrouped ? NumberText.Grouped(read.Value) : NumberText.Compact(read.Value))} {unit.Symbol}".TrimEnd()}");
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
