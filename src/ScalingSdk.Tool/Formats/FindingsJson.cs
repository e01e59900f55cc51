using ScalingSdk.Diagnostics;
using ScalingSdk.Json;

namespace ScalingSdk.Tool.Formats;

/// <summary>Findings as JSON: the keys of docs/tool.md.</summary>
internal static class FindingsJson
{
    public static string Write(int specs, IReadOnlyList<Finding> findings)
    {
        var json = new JsonWriter().StartObject();
        json.Name("specs").Value((long)specs);
        json.Name("findings").StartArray();
        foreach (var finding in findings)
            Write(json, finding);
        return json.EndArray().EndObject().ToString();
    }

    public static void Write(JsonWriter json, Finding finding)
    {
        json.StartObject();
        json.Name("id").Value(finding.Rule.Id);
        json.Name("severity").Value(finding.Severity.Word());
        json.Name("message").Value(finding.Message);
        WriteDetails(json, finding);
        json.Name("path").Value(finding.Path);
        json.Name("line").Value((long)finding.Start.Line);
        json.Name("column").Value((long)finding.Start.Column);
        json.Name("end_line").Value((long)finding.End.Line);
        json.Name("end_column").Value((long)finding.End.Column);
        json.Name("help_link").Value(finding.Rule.HelpLink);
        json.EndObject();
    }

    private static void WriteDetails(JsonWriter json, Finding finding)
    {
        json.Name("headline").Value(finding.Headline);
        json.Name("because").StartArray();
        foreach (var line in finding.Because)
            json.Value(line);
        json.EndArray();
        json.Name("help").StartArray();
        foreach (var help in finding.Help)
        {
            json.StartObject();
            json.Name("kind").Value(help is Remedy ? "remedy" : "improvement");
            json.Name("text").Value(help.Text);
            if (help.Effect is { } effect)
                json.Name("effect").Value(effect);
            if (help.Edits.Count > 0)
                json.Name("type").Value(help.Typed);
            json.EndObject();
        }

        json.EndArray();
    }
}
