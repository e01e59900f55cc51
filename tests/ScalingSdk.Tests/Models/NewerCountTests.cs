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
