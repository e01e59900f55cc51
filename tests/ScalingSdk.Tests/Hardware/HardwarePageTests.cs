using System.Globalization;
using ScalingSdk.Hardware;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Hardware;

public sealed class HardwarePageTests
{
    private static readonly (string Id, int Count)[] Devices =
        [("A100-SXM-80GB", 8), ("A100-SXM-80GB", 256), ("H100-SXM", 8), ("H100-SXM", 64), ("H100-SXM", 1_024), ("H100-SXM", 16_384)];

    private static readonly int[] Lengths = [4_096, 32_768];

    private static readonly double[] Sizes = [1e8, 1e9, 7e9, 7e10, 4e11];

    [Fact]
    public void Accelerators_TableOfThePage_IsTheCatalogue() => GeneratedTable.Check("hardware.md", "accelerators",
        [
            "| name | fp32 | tf32 | fp16 | bf16 | fp8 | int8 | fp4 | measured | GB | TB/s | W | source |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|",
            .. AcceleratorCatalog.All.Select(static a => $"| {string.Join(" | ", Cells(a))} |"),
        ]);

    [Fact]
    public void Utilization_TableOfThePage_IsTheLibrarys() => GeneratedTable.Check("hardware.md", "utilization",
    [
        "| devices | sequences | 100M | 1B | 7B | 70B | 400B |",
        "|---|--:|--:|--:|--:|--:|--:|",
        .. Devices.SelectMany(static devices => Lengths.Select(length => string.Create(
            CultureInfo.InvariantCulture,
            $"| {devices.Count:N0} x {devices.Id} | {length:N0} | {string.Join(" | ", Sizes.Select(size => Percent(devices.Id, devices.Count, length, size)))} |"))),
    ]);

    [Fact]
    public void PublishedRuns_AreListedWithTheirSources() => GeneratedTable.Check("hardware.md", "published-runs",
    [
        "| run | active parameters | tokens | devices | device-hours | utilization | source |",
        "|---|--:|--:|---|--:|--:|---|",
        .. PublishedRuns.All.Select(static run => string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Name} | {NumberText.Compact(run.Parameters)} | {NumberText.Compact(run.Tokens)} | {(run.Devices is { } devices ? $"{devices:N0} x " : "")}{run.Accelerator.Id} | {Kind(run.Kind)}{run.DeviceHours:#,0.#} | {100 * run.Utilization:0.0} % | {run.Source} |")),
    ]);

    private static string Kind(HoursKind kind) => kind switch
    {
        HoursKind.Approximate => "about ",
        HoursKind.UpperBound => "at most ",
        HoursKind.Estimated => "estimated ",
        HoursKind.Quoted => "quoted ",
        _ => "",
    };

    private static string Percent(string accelerator, int devices, int length, double size)
    {
        var fraction = UtilizationBand.For(AcceleratorCatalog.Find(accelerator)!, devices, length, size).Fraction;
        return string.Create(CultureInfo.InvariantCulture, $"{100 * fraction.Low:0} to {100 * fraction.High:0} %");
    }

    private static IEnumerable<string> Cells(Accelerator a) =>
    [
        a.Id, .. Precisions.All.Select(p => Number(a.PeakFlopsPerSecond(p) / 1e12)), Number(a.AchievableBf16FlopsPerSecond / 1e12),
        Number(a.MemoryBytes / 1e9), Number(a.BandwidthBytesPerSecond / 1e12), Number(a.PowerWatts), a.Source,
    ];

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";
}
