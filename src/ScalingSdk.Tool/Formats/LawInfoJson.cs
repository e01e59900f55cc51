using ScalingSdk.Json;
using ScalingSdk.Laws;

namespace ScalingSdk.Tool.Formats;

/// <summary>Laws as JSON: the keys of docs/tool.md.</summary>
internal static class LawInfoJson
{
    public static string Write(IReadOnlyList<LawInfo> laws)
    {
        var json = new JsonWriter().StartObject().Name("laws").StartArray();
        foreach (var law in laws)
            Write(json, law);
        return json.EndArray().EndObject().ToString();
    }

    public static string Write(LawInfo law)
    {
        var json = new JsonWriter();
        Write(json, law);
        return json.ToString();
    }

    private static void Write(JsonWriter json, LawInfo law)
    {
        json.StartObject();
        json.Name("id").Value(law.Id);
        json.Name("paper").Value(law.Paper);
        json.Name("arxiv").Value(law.ArXiv);
        json.Name("constants").Value(law.ConstantSet);
        json.Name("parameters").Value(law.Counts());
        List(json, "answers", law.Answers());
        json.Name("observed").StartObject();
        foreach (var (axis, bounds, unit) in law.Ranges())
        {
            json.Name(axis).StartObject();
            json.Name("least").Value(bounds.Least);
            json.Name("most").Value(bounds.Most);
            json.Name("unit").Value(unit);
            json.EndObject();
        }

        json.EndObject();
        List(json, "equations", [.. law.Equations.Select(static equation => equation.ToString())]);
        List(json, "facts", law.Facts);
        List(json, "caveats", law.Caveats);
        json.Name("experimental").Value(law.Experimental);
        json.EndObject();
    }

    private static void List(JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.Name(name).StartArray();
        foreach (var line in lines)
            json.Value(line);
        json.EndArray();
    }
}
