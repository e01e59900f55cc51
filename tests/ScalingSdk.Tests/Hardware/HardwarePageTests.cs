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
    }

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
