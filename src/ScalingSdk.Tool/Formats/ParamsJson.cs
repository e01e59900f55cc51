using ScalingSdk.Json;

namespace ScalingSdk.Tool.Formats;

/// <summary>The counts of a model as JSON: the keys of docs/tool.md.</summary>
internal static class ParamsJson
{
    public static string Write(ModelReport report)
    {
        var json = new JsonWriter().StartObject();
        foreach (var (key, _, count) in report.Counts)
            json.Name(key).Value(count);
        json.Name("name").Value(report.Name);
        json.Name("architecture").Value(report.Model.Architecture);
        if (report.Stated is { } stated)
        {
            json.Name("stated").Value(stated.Value);
            json.Name("verified").Value(report.Difference is null);
        }

        json.Name("components").StartArray();
        foreach (var row in report.Model.Components)
        {
            json.StartObject();
            json.Name("name").Value(row.Name);
            json.Name("layer");
            _ = row.Layer is { } layer ? json.Value((long)layer) : json.Null();
            json.Name("count").Value(row.Count);
            json.Name("active").Value(row.Active);
            json.EndObject();
        }

        json.EndArray();
        json.Name("assumptions").StartArray();
        foreach (var note in report.Model.Notes)
            json.Value(note);
        json.EndArray();
        json.Name("sequence_length").Value((long)report.Sequence.Tokens);
        json.Name("training_flops_per_token").StartObject();
        foreach (var figure in report.Flops)
        {
            json.Name(figure.Convention.Id);
            _ = figure.Flops is { } flops ? json.Value(flops) : json.Null();
        }

        json.EndObject();
        json.Name("training_flops_not_counted").StartObject();
        foreach (var figure in report.Flops.Where(static figure => figure.WhyNone is not null))
            json.Name(figure.Convention.Id).Value(figure.WhyNone!);
        json.EndObject();
        json.Name("cache_elements_per_token").Value(Models.InferenceCache.ElementsPerToken(report.Model));
        json.Name("memory_bytes").StartObject();
        foreach (var (key, _, size) in report.MemoryParts)
            json.Name(key).Value(size.Bytes);
        return json.EndObject().EndObject().ToString();
    }
}
