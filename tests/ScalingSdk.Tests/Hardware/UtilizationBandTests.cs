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
    ];

    [Fact]
    public void OfRuns_EachReportedRunLeftOut_HoldsItsHoursFor85Percent()
    {
        var reported = PublishedRuns.All.Where(static r => r.Kind == HoursKind.Reported).ToArray();

        var missed = reported.Where(static r => !HoursWithoutIt(r).Contains(r.DeviceHours)).Select(static r => r.Name).ToArray();

        Assert.Equal(Outside, missed);
        Assert.True(reported.Length - missed.Length >= 0.85 * reported.Length, $"{missed.Length} of {reported.Length} missed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void For_OneNode_IsTheMeasuredBand(int devices)
    {
        var band = UtilizationBand.For(H100, devices);

        Assert.Equal((26, 46), Percent(band));
        Assert.Equal(UtilizationConvention.FullAttention, band.Convention);
    }

    [Theory]
    [InlineData("A100-SXM-40GB")]
    [InlineData("A100-SXM-80GB")]
    [InlineData("A100-PCIe-80GB")]
    public void For_OneNodeOfA100_IsItsOwnBand(string accelerator) =>
        Assert.Equal((39, 64), Percent(UtilizationBand.For(AcceleratorCatalog.Find(accelerator)!, 8)));

    [Fact]
    public void For_OneNodeOfAnUnmeasuredDevice_SaysSo() =>
        Assert.EndsWith("; 'RTX-4090' is not among them", UtilizationBand.For(AcceleratorCatalog.Find("RTX-4090")!, 1).Reason, StringComparison.Ordinal);

    [Fact]
    public void For_Cluster_IsThePublishedBand()
    {
        var band = UtilizationBand.For(H100, 9);

        Assert.Equal((14, 51), Percent(band));
        Assert.Equal(0.312, band.Fraction.Mid, tolerance: 0.0005);
        Assert.Equal("14 to 51 % over 35 published runs on clusters (6ND)", band.Reason);
    }

    [Fact]
    public void For_UnknownCount_IsTheWiderBandAndSaysSo()
    {
        var band = UtilizationBand.For(H100, null);

        Assert.Equal(UtilizationBand.Cluster.Fraction, band.Fraction);
        Assert.EndsWith("the number of devices is not given", band.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Given_NotAFraction_IsRefused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UtilizationBand.Given(fraction, UtilizationConvention.SixND));

    [Fact]
    public void SingleNode_AgainstTheMeasurements_IsTheirRange()
    {
        var measured = Csv.Read("hardware", "mosaic-utilization.csv")
            .Where(static r => r.Is("gpu", "h100_80gb") && r.Is("precision", "amp_bf16") && r.Is("gpus", "8"))
            .Select(static r => r.Number("utilization") / 100).Order().ToArray();

        Assert.Equal(30, measured.Length);
        Assert.Equal(measured[0], UtilizationBand.SingleNode.Fraction.Low, precision: 4);
        Assert.Equal((measured[14] + measured[15]) / 2, UtilizationBand.SingleNode.Fraction.Mid, tolerance: 1e-4);
        Assert.Equal(measured[^1], UtilizationBand.SingleNode.Fraction.High, precision: 4);
    }

    [Fact]
    public void SingleNodeA100_AgainstTheMeasurements_IsTheirRange()
    {
        var measured = Csv.Read("hardware", "mosaic-utilization.csv")
            .Where(static r => (r.Is("gpu", "a100_40gb") || r.Is("gpu", "a100_80gb")) && r.Is("gpus", "8"))
            .Select(static r => r.Number("utilization") / 100).Order().ToArray();

        Assert.Equal(59, measured.Length);
        Assert.Equal(measured[0], UtilizationBand.SingleNodeA100.Fraction.Low, precision: 4);
        Assert.Equal(measured[29], UtilizationBand.SingleNodeA100.Fraction.Mid, precision: 4);
        Assert.Equal(measured[^1], UtilizationBand.SingleNodeA100.Fraction.High, precision: 4);
    }

    private static (int Low, int High) Percent(UtilizationBand band) =>
        ((int)Math.Round(band.Fraction.Low * 100), (int)Math.Round(band.Fraction.High * 100));

    private static Band HoursWithoutIt(PublishedRun run)
    {
        var others = UtilizationBand.OfRuns(PublishedRuns.All.Where(other => other != run));
        return RunEstimate.For(run.Flops, run.Accelerator, 1, Precision.Bf16, others).DeviceHours;
    }
}
