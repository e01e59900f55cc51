using System.Globalization;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Json;

namespace ScalingSdk.Web.Fits;

/// <summary>How the page wants runs fitted: it goes to the worker as JSON.</summary>
internal sealed record FitRequest
{
    /// <summary>The form of the law, by name.</summary>
    public string FormId { get; init; } = LossForm.Chinchilla.Id;

    /// <summary>A condition on rows, <c>corpus=c4</c>; empty for none.</summary>
    public string Where { get; init; } = "";

    /// <summary>Fits runs of several corpora as one.</summary>
    public bool Pool { get; init; }

    /// <summary>How many resamples; null for as many as time allows.</summary>
    public int? Resamples { get; init; }

    /// <summary>How wide charts are drawn.</summary>
    public double Width { get; init; }

    public LossForm Form => LossForm.All.FirstOrDefault(form => string.Equals(form.Id, FormId, StringComparison.Ordinal)) ?? LossForm.Chinchilla;

    public string Write()
    {
        var json = new JsonWriter().StartObject().Name("form").Value(FormId).Name("where").Value(Where).Name("pool").Value(Pool).Name("width").Value(Width);
        if (Resamples is { } resamples)
            json.Name("resamples").Value((long)resamples);
        return json.EndObject().ToString();
    }

    public static FitRequest Read(string json) => JsonReader.Read(json).Root is not JsonObject root ? new() : new()
    {
        FormId = (root.Find("form")?.Value as JsonString)?.Value ?? LossForm.Chinchilla.Id,
        Where = (root.Find("where")?.Value as JsonString)?.Value ?? "",
        Pool = root.Find("pool")?.Value is JsonBoolean { Value: true },
        Width = root.Find("width")?.Value is JsonNumber width ? double.Parse(width.Text, CultureInfo.InvariantCulture) : 0,
        Resamples = root.Find("resamples")?.Value is JsonNumber number ? int.Parse(number.Text, CultureInfo.InvariantCulture) : null,
    };
}
