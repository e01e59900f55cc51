using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Short ways to a model.</summary>
internal static class ModelFile
{
    public static ModelDescription Shared(string file) => Config(SharedText(file));

    public static string SharedText(string file) => File.ReadAllText(SharedData.Path("models", file));

    public static ModelDescription Config(string json) => Sound(Read(json, ModelOrigin.ConfigFile));

    public static ModelDescription Spec(string json) => Sound(Read(json, ModelOrigin.Spec));

    public static ModelReading Read(string json, ModelOrigin origin)
    {
        var reading = JsonReader.Read(json);
        Assert.Null(reading.Error);
        return ModelReader.Read((JsonObject)reading.Root!, origin);
    }

    private static ModelDescription Sound(ModelReading reading)
    {
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }
}
