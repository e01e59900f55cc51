using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Shapes of published models by name, from <c>tests/Data/models/dimensions.json</c>.</summary>
internal static class Reconstructed
{
    private static readonly JsonObject Shapes = (JsonObject)JsonReader.Read(Repository.Read("tests", "Data", "models", "dimensions.json")).Root!;

    public static IEnumerable<string> Names => Shapes.Members.Select(static member => member.Name);

    public static ModelDescription Model(string name)
    {
        var reading = ModelReader.Read((JsonObject)Shape(name).Find("model")!.Value, ModelOrigin.Spec);
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }

    public static long Number(string name, string count) =>
        long.Parse(((JsonNumber)Shape(name).Find(count)!.Value).Text, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Shape(string name) =>
        (JsonObject)Shapes.Members.Single(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
