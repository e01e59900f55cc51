using System.Globalization;
using System.Text;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Specs;

/// <summary>A spec that is written as YAML: refused, with the JSON to write.</summary>
internal static class YamlText
{
    /// <summary>A spec as JSON, to show where the text itself cannot be turned into one.</summary>
    internal const string Instead = "{ \"model\": { \"parameters\": \"7B\" }, \"data\": { \"tokens\": \"140B\" } }";
    private const int MostLines = 40;

    /// <summary>The JSON that says the same, or an example where that is not plain; null where the text is not YAML.</summary>
    public static string? AsJson(string text)
    {
        var lines = text.Split('\n', '\r').Select(static line => WithoutComment(line.TrimEnd())).Where(static line => line.Trim() is not ("" or "---")).Take(MostLines + 1).ToList();
        if (lines.Count == 0)
            return null;
        if (lines[0][0] is ' ' or '\t' || Split(lines[0]) is null)
            return text.TrimStart().StartsWith("---", StringComparison.Ordinal) || lines[0].StartsWith("- ", StringComparison.Ordinal) ? Instead : null;
        return lines.Count > MostLines ? Instead : Sections(lines) ?? Instead;
    }

    // Keys with values, and sections of such one level deep: what a spec mostly is.
    private static string? Sections(List<string> lines)
    {
        var json = new StringBuilder("{ ");
        var inSection = false;
        var first = true;
        foreach (var line in lines)
        {
            if (Split(line.Trim()) is not var (key, value))
                return null;
            var indented = line[0] is ' ';
            if (indented ? !inSection || value.Length == 0 : inSection && first)
                return null;
            if (!indented && inSection)
                json.Append(" }");
            if (!first)
                json.Append(", ");
            inSection = indented || value.Length == 0;
            first = value.Length == 0;
            json.Append(JsonQuote.Of(key)).Append(": ").Append(value.Length == 0 ? "{ " : Scalar(value));
        }

        return first ? null : json.Append(inSection ? " } }" : " }").ToString();
    }

    private static (string Key, string Value)? Split(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && line.Take(colon).All(static c => char.IsLetterOrDigit(c) || c is '_') && (colon == line.Length - 1 || line[colon + 1] == ' ')
            ? (line.Substring(0, colon), line.Substring(colon + 1).Trim())
            : null;
    }

    private static string Scalar(string value)
    {
        if (value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0])
            return JsonQuote.Of(value.Substring(1, value.Length - 2));
        var isNumber = value[0] is >= '1' and <= '9' && value[value.Length - 1] is >= '0' and <= '9'
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number);
        return isNumber || value is "true" or "false" ? value : JsonQuote.Of(value);
    }

    private static string WithoutComment(string line)
    {
        var start = line.IndexOf(" #", StringComparison.Ordinal);
        return line.StartsWith("#", StringComparison.Ordinal) ? "" : start < 0 ? line : line.Substring(0, start);
    }
}
