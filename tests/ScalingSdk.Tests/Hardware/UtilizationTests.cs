using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class UtilizationTests
{
    // MosaicML's MPT models: layers and width.
    private static readonly Dictionary<string, (int Layers, int Hidden)> Shapes = new(StringComparer.Ordinal)
    {
        ["1b"] = (24, 2048),
        ["3b"] = (32, 2560),
        ["7b"] = (32, 4096),
        ["13b"] = (40, 5120),
        ["30b"] = (48, 7168),
        ["70b"] = (80, 8192),
    };

    [Theory]
    [InlineData("7b", 2048, 10643, 6658859008, 989.5e12, 46.44)]
    [InlineData("7b", 65536, 1956, 6918905856, 989.5e12, 28.59)]
    [InlineData("70b", 2048, 410, 64862437376, 312e12, 53.33)]
    [InlineData("1b", 512, 23148, 1312804864, 312e12, 60.68)]
    public void OfThroughput_MosaicMeasurement_WithinAQuarterPoint(
        string model, int sequence, double tokensPerSecond, double parameters, double peak, double published) =>
        Assert.Equal(published, Percent(model, sequence, tokensPerSecond, parameters, peak), tolerance: 0.25);

    // PaLM, table 3 and appendix B: 238.3K tokens/s on 6144 TPU v4, 46.2 % with attention, 45.7 % without; 118 layers, 48 heads of 256.
    [Fact]
    public void OfThroughput_PaLM_AsPublished()
    {
        const double n = 540.35e9;
        const double peak = 275e12;
        const double tokensPerSecond = 238.3e3 / 6144;

        Assert.Equal(0.457, Utilization.OfThroughput(6 * n, tokensPerSecond, peak), tolerance: 0.0005);
        Assert.Equal(0.462, Utilization.OfThroughput((6 * n) + (12.0 * 118 * 48 * 256 * 2048), tokensPerSecond, peak), tolerance: 0.0005);
    }

    [Fact]
    public void OfThroughput_EveryMosaicMeasurement_WithinAQuarterPoint()
    {
        var rows = Csv.Read("hardware", "mosaic-utilization.csv");

        Assert.Equal(149, rows.Count);
        Assert.All(rows, static r =>
        {
            // The file's peaks; fp8 runs are held against the fp8 peak.
            var peak = (r["gpu"].StartsWith("h100", StringComparison.Ordinal) ? 989.5e12 : 312e12) * (r.Is("precision", "amp_fp8") ? 2 : 1);
            var own = Percent(r["model"], r.Number("sequence_length"), r.Number("tokens_per_second_per_gpu"), r.Number("parameters"), peak);
            Assert.Equal(r.Number("utilization"), own, tolerance: 0.25);
        });
    }

    private static double Percent(string model, double sequence, double tokensPerSecond, double parameters, double peak)
    {
        var (layers, hidden) = Shapes[model];
        return 100 * Utilization.OfThroughput((6 * parameters) + (12.0 * layers * hidden * sequence), tokensPerSecond, peak);
    }
}
