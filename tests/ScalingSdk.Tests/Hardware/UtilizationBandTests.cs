using ScalingSdk.Hardware;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Hardware;

public sealed class UtilizationBandTests
{
    private static readonly Accelerator H100 = AcceleratorCatalog.Find("H100")!;

    // Runs whose published hours lie outside the band that the others make.
    private static readonly string[] Outside =
    [
        "LLaMA 13B",     // 51.4 %, the highest of all; the next is TinyLlama with 51.0 %
        "Llama 3.1 8B",  // 13.9 %, the lowest: its card says more than 15T tokens and gives no exact number
        "Llama 3.2 1B",  // pruned and distilled from larger models: 5.1 %
        "Llama 3.2 3B",  // pruned and distilled from larger models: 10.6 %
        "Trinity Large", // the first run on B300, 10.1 %: a routed model with one of 64 experts
        "nanochat d24",  // 47.1 % on one node, above the 46 % that MosaicML measured in 2023
        "nanochat d32",  // 47.5 % on one node
    ];

    [Fact]
    public void Bands_EachRunLeftOut_HoldItsHoursFor85Percent()
    {
        var missed = PublishedRuns.All.Where(static r => !HoursWithoutIt(r).Contains(r.DeviceHours)).Select(static r => r.Name).ToArray();

        Assert.Equal(Outside, missed);
        Assert.True(PublishedRuns.All.Count - missed.Length >= 0.85 * PublishedRuns.All.Count, $"{missed.Length} of {PublishedRuns.All.Count} missed");
    }

    [Theory]
    [InlineData(1, 512, 34, 46)]
    [InlineData(8, 4096, 34, 46)]
    [InlineData(8, 4097, 25, 33)]
    [InlineData(8, 131072, 15, 23)]
    public void For_OneNode_IsTheMeasuredBandOfTheLength(int devices, int sequenceLength, int low, int high)
    {
        var band = UtilizationBand.For(H100, devices, sequenceLength);

        Assert.Equal((low, high), Percent(band));
        Assert.Equal(UtilizationConvention.ExactCausal, band.Convention);
    }

    [Theory]
    [InlineData("A100-SXM-40GB")]
    [InlineData("A100-SXM-80GB")]
    [InlineData("A100-PCIe-80GB")]
    public void For_OneNodeOfA100_IsItsOwnBand(string accelerator) =>
        Assert.Equal((42, 63), Percent(UtilizationBand.For(AcceleratorCatalog.Find(accelerator)!, 8, 2048)));

    [Fact]
    public void For_OneNodeOfAnUnmeasuredDevice_SaysSo() =>
        Assert.EndsWith("; 'RTX-4090' is not among them", UtilizationBand.For(AcceleratorCatalog.Find("RTX-4090")!, 1).Reason, StringComparison.Ordinal);

    [Fact]
    public void For_Cluster_IsThePublishedBand()
    {
        var band = UtilizationBand.For(H100, 9);

        Assert.Equal((14, 51), Percent(band));
        Assert.Equal(0.262, band.Fraction.Mid, tolerance: 0.0005);
        Assert.Equal("14 to 51 % over 41 published runs on clusters (6ND), 26 % in the middle of 13 on H100", band.Reason);
    }

    // Qwen3-0.6B on 64 H100: the hours of the same tokens grow with the length of sequences, and no prediction passes the peak.
    [Fact]
    public void For_ALongSequenceOnACluster_LosesWhatItLosesOnOneNode()
    {
        var band = UtilizationBand.For(H100, 64, 131_072);

        Assert.Equal(UtilizationBand.ClusterOf(H100).Fraction.Mid * 0.1898 / 0.3902, band.Fraction.Mid, precision: 12);
        Assert.StartsWith("49 % of that of 14 to 51 % over 41 published runs", band.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("H800", "26 % in the middle of 13 on H100")]
    [InlineData("GH200", "26 % in the middle of 13 on H100")]
    [InlineData("A100-SXM-40GB", "34 % in the middle of 25 on A100")]
    [InlineData("TPU-v4", "published runs on clusters (6ND)")]
    [InlineData("B200", "; 'B200-SXM' is not among them")]
    public void ClusterOf_ADevice_HasTheMiddleOfItsGenerationOrSaysThatThereIsNone(string accelerator, string end) =>
        Assert.EndsWith(end, UtilizationBand.ClusterOf(AcceleratorCatalog.Find(accelerator)!).Reason, StringComparison.Ordinal);

    [Fact]
    public void For_UnknownCount_IsTheWiderBandAndSaysSo()
    {
        var band = UtilizationBand.For(H100, null);

        Assert.Equal(UtilizationBand.ClusterOf(H100).Fraction, band.Fraction);
        Assert.EndsWith("the number of devices is not given", band.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Given_NotAFraction_IsRefused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UtilizationBand.Given(fraction, UtilizationConvention.SixND));

    [Theory]
    [InlineData("h100", 0, 16)]
    [InlineData("h100", 1, 7)]
    [InlineData("h100", 2, 7)]
    [InlineData("a100", 0, 34)]
    [InlineData("a100", 1, 16)]
    [InlineData("a100", 2, 9)]
    public void OneNode_AgainstTheMeasurements_IsTheirRange(string device, int length, int rows)
    {
        var measured = Csv.Read("hardware", "mosaic-utilization.csv")
            .Where(r => r["gpu"].StartsWith(device, StringComparison.Ordinal) && r.Is("gpus", "8") && (device is "a100" || r.Is("precision", "amp_bf16")))
            .Where(r => UtilizationBand.Lengths.Count(bound => r.Number("sequence_length") > bound) == length)
            .Select(Causal).Order().ToArray();
        var band = (device is "a100" ? UtilizationBand.SingleNodeA100 : UtilizationBand.SingleNode)[length].Fraction;

        Assert.Equal(rows, measured.Length);
        Assert.Equal(measured[0], band.Low, tolerance: 6e-5);
        Assert.Equal((measured[(rows - 1) / 2] + measured[rows / 2]) / 2, band.Mid, tolerance: 6e-5);
        Assert.Equal(measured[^1], band.High, tolerance: 6e-5);
    }

    // What MosaicML counts with the whole square of attention (6 N + 12 L d T), counted with its causal half and the table once.
    private static double Causal(CsvRow row)
    {
        var (width, layers) = row["model"] switch
        {
            "1b" => (2048.0, 24),
            "3b" => (2560, 32),
            "7b" => (4096, 32),
            "13b" => (5120, 40),
            "30b" => (7168, 48),
            _ => (8192, 80),
        };
        var attention = layers * width * row.Number("sequence_length");
        var matrices = (12 * layers * width * width) + (50_368 * width);
        return row.Number("utilization") / 100 * (6 * (matrices + attention)) / ((6 * row.Number("parameters")) + (12 * attention));
    }

    private static (int Low, int High) Percent(UtilizationBand band) =>
        ((int)Math.Round(band.Fraction.Low * 100), (int)Math.Round(band.Fraction.High * 100));

    private static Band HoursWithoutIt(PublishedRun run)
    {
        var others = run.Devices <= UtilizationBand.SingleNodeDevices
            ? UtilizationBand.For(run.Accelerator, run.Devices, run.SequenceLength)
            : UtilizationBand.OfRuns(PublishedRuns.All.Where(other => other != run));
        return RunEstimate.For(run.Flops, run.Accelerator, 1, Precision.Bf16, others).DeviceHours;
    }
}
