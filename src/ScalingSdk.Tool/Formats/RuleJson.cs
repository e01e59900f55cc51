using ScalingSdk.Diagnostics;
using ScalingSdk.Json;

namespace ScalingSdk.Tool.Formats;

/// <summary>Rules as JSON: the keys of docs/tool.md.</summary>
internal static class RuleJson
{
    public static string Write(IReadOnlyList<RuleInfo> rules, bool withPage)
    {
        var json = new JsonWriter();
        if (withPage)
        {
            Write(json, rules[0], withPage);
            return json.ToString();
        }

        json.StartObject().Name("rules").StartArray();
        foreach (var rule in rules)
            Write(json, rule, withPage);
        return json.EndArray().EndObject().ToString();
    }

    private static void Write(JsonWriter json, RuleInfo rule, bool withPage)
    {
        json.StartObject();
        json.Name("id").Value(rule.Id);
        json.Name("severity").Value(rule.Severity.Word());
        json.Name("category").Value(rule.Category);
        json.Name("title").Value(rule.Title);
        json.Name("help").Value(rule.HelpLink);
        if (withPage)
            json.Name("page").Value(RulePages.Page(rule));
        json.EndObject();
    }
}
