using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Rules;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>Findings as SARIF 2.1.0, which code hosts show on the lines of a pull request.</summary>
internal static class Sarif
{
    public static string Write(IReadOnlyList<Finding> findings)
    {
        var rules = RuleCatalog.All;
        var json = new JsonWriter().StartObject();
        json.Name("$schema").Value("https://json.schemastore.org/sarif-2.1.0.json");
        json.Name("version").Value("2.1.0");
        json.Name("runs").StartArray().StartObject();
        json.Name("tool").StartObject().Name("driver").StartObject();
        json.Name("name").Value("ScalingSdk");
        json.Name("version").Value(ToolVersion.Text);
        json.Name("informationUri").Value("https://github.com/ScalingSdk/ScalingSdk");
        json.Name("rules").StartArray();
        foreach (var rule in rules)
            Write(json, rule);
        json.EndArray().EndObject().EndObject();
        json.Name("columnKind").Value("utf16CodeUnits");
        json.Name("results").StartArray();
        foreach (var finding in findings)
            Write(json, finding, Index(rules, finding.Rule));
        return json.EndArray().EndObject().EndArray().EndObject().ToString();
    }

    private static void Write(JsonWriter json, RuleInfo rule)
    {
        json.StartObject();
        json.Name("id").Value(rule.Id);
        json.Name("shortDescription").StartObject().Name("text").Value(rule.Title + ".").EndObject();
        json.Name("helpUri").Value(rule.HelpLink);
        json.Name("defaultConfiguration").StartObject().Name("level").Value(rule.Severity.SarifLevel()).EndObject();
        json.Name("properties").StartObject().Name("category").Value(rule.Category).EndObject();
        json.EndObject();
    }

    private static void Write(JsonWriter json, Finding finding, int index)
    {
        json.StartObject();
        json.Name("ruleId").Value(finding.Rule.Id);
        json.Name("ruleIndex").Value((long)index);
        json.Name("level").Value(finding.Severity.SarifLevel());
        json.Name("message").StartObject().Name("text").Value(Message(finding.Text)).EndObject();
        json.Name("locations").StartArray().StartObject().Name("physicalLocation").StartObject();
        json.Name("artifactLocation").StartObject().Name("uri").Value(UriOf(finding.Path)).EndObject();
        json.Name("region").StartObject();
        json.Name("startLine").Value((long)finding.Start.Line);
        json.Name("startColumn").Value((long)finding.Start.Column);
        json.Name("endLine").Value((long)finding.End.Line);
        json.Name("endColumn").Value((long)finding.End.Column);
        json.EndObject().EndObject().EndObject().EndArray().EndObject();
    }

    // Of a message's text SARIF takes braces for placeholders (3.11.5) and brackets for links (3.11.6).
    private static string Message(string text)
    {
        var message = new StringBuilder(text.Length);
        foreach (var c in OutsideText.NeutralLines(text))
        {
            if (c is '{' or '}')
                message.Append(c);
            else if (c is '[' or ']' or '\\')
                message.Append('\\');
            message.Append(c);
        }

        return message.ToString();
    }

    // Relative to where the tool runs, which in CI is the root of the repository.
    private static string UriOf(string path)
    {
        var slashed = path.Replace('\\', '/');
        return Path.IsPathFullyQualified(path)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', slashed.Split('/').Where(static part => part is not ".").Select(Uri.EscapeDataString));
    }

    private static int Index(IReadOnlyList<RuleInfo> rules, RuleInfo rule)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (string.Equals(rules[i].Id, rule.Id, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
