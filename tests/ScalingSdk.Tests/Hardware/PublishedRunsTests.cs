using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class PublishedRunsTests
{
    [Theory]
    [InlineData("LLaMA 65B", 0.478)]
    [InlineData("Llama 2 70B", 0.428)]
    [InlineData("Llama 3.1 405B", 0.346)]
    [InlineData("Pythia 12B", 0.262)]
    [InlineData("PaLM 540B", 0.304)]
    [InlineData("DeepSeek-V3", 0.343)]
    [InlineData("Olmo 3 32B", 0.284)]
    [InlineData("Phi-4-mini", 0.397)]
    public void Utilization_OfThePublishedHours_AsComputedByOthers(string name, double expected) =>
        Assert.Equal(expected, PublishedRuns.All.Single(r => r.Name.Equals(name, StringComparison.Ordinal)).Utilization, tolerance: 0.0005);

    [Fact]
    public void All_AgainstTheCollectedTable_EveryRunAgrees()
    {
        var rows = Csv.Read("hardware", "published-runs.csv");

        Assert.Equal(rows.Count, PublishedRuns.All.Count);
        Assert.All(rows.Zip(PublishedRuns.All), static pair =>
        {
            var (row, run) = pair;
            Assert.StartsWith(run.Name, row["run"], StringComparison.Ordinal);
            Assert.Equal(row.Number("parameters"), run.Parameters);
            Assert.Equal(row.Number("tokens"), run.Tokens);
            Assert.Equal(row.Number("chip_hours"), run.DeviceHours, tolerance: 1e-9 * run.DeviceHours);
            Assert.Equal(row.Number("peak_bf16"), run.Accelerator.Bf16FlopsPerSecond);
            Assert.Equal(row.NumberOrNull("chips"), run.Devices);
            Assert.Equal(row.Is("hours_kind", "reported"), run.Kind == HoursKind.Reported);
            Assert.Equal(row["source"].Contains("distilled", StringComparison.Ordinal), !run.FromScratch);
            Assert.Equal(row.Is("hours_kind", "quoted"), run.Kind == HoursKind.Quoted);
            Assert.Equal(row["source"].Contains("every matrix product", StringComparison.Ordinal), run.FlopsPerToken is not null);
            Assert.Equal(row.Number("utilization"), run.Utilization, tolerance: 0.0005);
        });
    }
}
