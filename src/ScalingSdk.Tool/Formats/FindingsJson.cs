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
        json.Name("path").Value(finding.Path);
        json.Name("line").Value((long)finding.Start.Line);
        json.Name("column").Value((long)finding.Start.Column);
        json.Name("end_line").Value((long)finding.End.Line);
        json.Name("end_column").Value((long)finding.End.Column);
        json.Name("help").Value(finding.Rule.HelpLink);
        json.EndObject();
    }
}
