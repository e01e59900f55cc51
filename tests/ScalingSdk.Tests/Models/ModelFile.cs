using System.Text.Json;
using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Short ways to a model.</summary>
internal static class ModelFile
{
    private static readonly JsonDocument Configurations = JsonDocument.Parse(Repository.Read("tests", "Data", "models", "configurations.json"));

    /// <summary>The published models whose configuration is in <c>tests/Data/models/configurations.json</c>.</summary>
    public static IEnumerable<string> PublishedNames => Configurations.RootElement.EnumerateObject().Select(static member => member.Name);

    public static ModelDescription Published(string name) => Config(PublishedText(name));

    public static string PublishedText(string name) => Configurations.RootElement.GetProperty(name).GetRawText();

    public static ModelDescription Config(string json) => Sound(Read(json, ModelOrigin.ConfigFile));

    public static ModelDescription Spec(string json) => Sound(Read(json, ModelOrigin.Spec));

    public static ModelReading Read(string json, ModelOrigin origin)
    {
        var reading = JsonReader.Read(json, JsonLimits.Configuration);
        Assert.Null(reading.Error);
        return ModelReader.Read((JsonObject)reading.Root!, origin);
    }

    private static ModelDescription Sound(ModelReading reading)
    {
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }
}
