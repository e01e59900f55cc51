using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Models;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>Every row of the golden table of newer architectures, and that it proves what it says.</summary>
public sealed class NewerCountTests
{
    private static readonly JsonObject Configurations = (JsonObject)JsonReader.Read(Repository.Read("tests", "Data", "models", "newer-configurations.json")).Root!;

    private static readonly IReadOnlyList<CsvRow> Golden = Csv.Read("models", "newer-counts.csv");

    public static TheoryData<string> Names { get; } = [.. Golden.Select(static row => row["name"])];

    [Theory, MemberData(nameof(Names))]
    public void Count_GoldenRow_IsThatOfTheClass(string name)
    {
        var row = Golden.Single(row => row.Is("name", name));
        var model = Model(name);

        Assert.Equal(
            (Number(row, "counted_total"), Number(row, "counted_active"), Number(row, "counted_non_embedding")),
            (model.Parameters.Total, model.Parameters.Active, model.Parameters.NonEmbedding));
    }

    // A published total of a model with images, or with modules that predict further tokens, is the count and what the row says is beside it.
    [Theory, MemberData(nameof(Names))]
    public void Published_ExactRow_IsTheCountAndWhatIsBesideIt(string name)
    {
        var row = Golden.Single(row => row.Is("name", name));
        Assert.Equal(row.Is("kind", "published_exact"), row["published"].Length > 0);
        if (row["published"].Length == 0)
            return;
        var model = Model(name);

        Assert.Equal(Number(row, "published"), model.Parameters.Total + Number(row, "beside"));
        Assert.Equal(row.NumberOrNull("counted_prediction") ?? 0, model.MultiTokenPredictionParameters);
        if (row["relation"].StartsWith("total + MTP + vision ", StringComparison.Ordinal))
            Assert.Equal(Number(row, "beside"), model.MultiTokenPredictionParameters + long.Parse(row["relation"].Split(' ')[^1], CultureInfo.InvariantCulture));
    }

    // Conv3d of the patches, learned positions, D blocks of width w and F, a norm, and the merger into the text's width.
    [Theory]
    [InlineData("Qwen3.5-0.8B", 12, 768, 3_072, 1_024)]
    [InlineData("Qwen3.5-2B", 24, 1_024, 4_096, 2_048)]
    [InlineData("Qwen3.5-4B", 24, 1_024, 4_096, 2_560)]
    [InlineData("Qwen3.5-9B", 27, 1_152, 4_304, 4_096)]
    [InlineData("Qwen3.5-27B", 27, 1_152, 4_304, 5_120)]
    [InlineData("Qwen3.5-35B-A3B", 27, 1_152, 4_304, 2_048)]
    [InlineData("Qwen3.5-122B-A10B", 27, 1_152, 4_304, 3_072)]
    [InlineData("Qwen3.5-397B-A17B", 27, 1_152, 4_304, 4_096)]
    public void VisionTower_OfQwen35_IsWhatThePublishedTotalHasBesideTheText(string name, long blocks, long width, long inner, long text)
    {
        var row = Golden.Single(row => row.Is("name", name));
        var tower = (1_536 * width) + width + (2_304 * width)
            + (blocks * ((4 * width * width) + (2 * width * inner) + (9 * width) + inner))
            + (2 * width) + (16 * width * width) + (4 * width) + (4 * width * text) + text;

        Assert.Equal(Number(row, "beside"), Number(row, "counted_prediction") + tower);
    }

    [Theory, MemberData(nameof(Names))]
    public void Components_GoldenRow_AddUpToTheCounts(string name)
    {
        var model = Model(name);

        Assert.Equal(model.Parameters.Total, model.Components.Sum(static c => c.Count));
        Assert.Equal(model.Parameters.Active, model.Components.Sum(static c => c.Active));
    }

    private static ModelDescription Model(string name)
    {
        var section = (JsonObject)Configurations.Find(name)!.Value;
        var reading = ModelReader.Read(section, ModelOrigin.ConfigFile);
        Assert.True(reading.Model is not null, string.Join("; ", reading.Problems.Select(static p => p.Message)));
        return reading.Model;
    }

    private static long Number(CsvRow row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
}
