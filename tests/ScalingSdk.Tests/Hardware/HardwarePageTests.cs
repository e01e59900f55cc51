using System.Globalization;
using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class HardwarePageTests
{
    [Fact]
    public void Accelerators_TableOfThePage_IsTheCatalogue() => GeneratedTable.Check("hardware.md", "accelerators",
        [
            "| name | fp32 | tf32 | fp16 | bf16 | fp8 | int8 | fp4 | measured | GB | TB/s | W | source |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|",
            .. AcceleratorCatalog.All.Select(static a => $"| {string.Join(" | ", Cells(a))} |"),
        ]);

    [Fact]
    public void Bands_OfThePage_AreTheLibrarys()
    {
        var page = Repository.Read("docs", "hardware.md");

        string[] lengths = ["4,096", "16,384", "longer"];
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.Contains(Row($"up to 8 | {lengths[i]}", UtilizationBand.SingleNode[i]), page, StringComparison.Ordinal);
            Assert.Contains(Row($"up to 8 A100 | {lengths[i]}", UtilizationBand.SingleNodeA100[i]), page, StringComparison.Ordinal);
        }

        Assert.Contains(Row("more than 8, or unknown | 8,192", UtilizationBand.Cluster), page, StringComparison.Ordinal);
        Assert.Contains(Row("the same on H100, H200, H800, GH200 | 8,192", UtilizationBand.ClusterOf(AcceleratorCatalog.Find("H100")!)), page, StringComparison.Ordinal);
        Assert.Contains(Row("the same on A100, A800 | 8,192", UtilizationBand.ClusterOf(AcceleratorCatalog.Find("A100")!)), page, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedRuns_OfTheLastTwoYears_AreListed() => GeneratedTable.Check("hardware.md", "published-runs",
    [
        "| run of 2025 or 2026 | devices | device-hours | utilization | source |",
        "|---|---|--:|--:|---|",
        .. PublishedRuns.All.SkipWhile(static run => run.Name is not "Phi-4-mini").Select(static run => string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Name} | {(run.Devices is { } devices ? $"{devices:N0} x " : "")}{run.Accelerator.Id} | {run.DeviceHours:#,0.#} | {100 * run.Utilization:0.0} % | {run.Source} |")),
    ]);

    private static string Row(string devices, UtilizationBand band) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {devices} | {band.Fraction.Low:0 %} | {band.Fraction.Mid:0 %} | {band.Fraction.High:0 %} |");

    private static IEnumerable<string> Cells(Accelerator a) =>
    [
        a.Id, .. Precisions.All.Select(p => Number(a.PeakFlopsPerSecond(p) / 1e12)), Number(a.AchievableBf16FlopsPerSecond / 1e12),
        Number(a.MemoryBytes / 1e9), Number(a.BandwidthBytesPerSecond / 1e12), Number(a.PowerWatts), a.Source,
    ];

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";
}
