using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class UtilizationBandTests
{
    private static readonly Accelerator H100 = AcceleratorCatalog.Find("H100")!;

    [Theory]
    [InlineData("H100", 8, 4_096, 7e9, 31, 48)]
    [InlineData("H100", 8, 16_384, 7e9, 22, 33)]
    [InlineData("A100-SXM-80GB", 8, 2_048, 7e9, 44, 63)]
    [InlineData("A100-SXM-40GB", 1, 1_024, 1.24e8, 47, 63)]
    [InlineData("H100", 64, 4_096, 1.35e8, 8, 31)]
    [InlineData("H100", 64, 4_096, 7e9, 11, 42)]
    [InlineData("H100", 16_384, 8_192, 4.05e11, 10, 39)]
    [InlineData("A100-SXM-80GB", 64, 2_048, 7e9, 17, 63)]
    public void For_ADeviceASizeALengthAndACount_IsTheBandOfRunsLikeIt(string accelerator, int devices, int sequenceLength, double parameters, int low, int high)
    {
        var band = UtilizationBand.For(AcceleratorCatalog.Find(accelerator)!, devices, sequenceLength, parameters);

        Assert.Equal((low, high), ((int)Math.Round(band.Fraction.Low * 100), (int)Math.Round(band.Fraction.High * 100)));
        Assert.Equal(UtilizationConvention.ExactCausal, band.Convention);
    }

    [Fact]
    public void Reason_NamesWhatDecides() => Assert.Equal(
        "11 to 42 % (95 % of 46 published runs on clusters, for 7B parameters, 64 devices and sequences of 4,096 tokens)",
        UtilizationBand.For(H100, 64, 4_096, 7e9).Reason);

    // The peak of fp8 is twice that of bf16, the speed is not: the time falls by 1.18, not by 2.
    [Fact]
    public void For_Fp8_HasTheShareOfItsPeakThatItsSpeedIs()
    {
        var (usual, eight) = (UtilizationBand.For(H100, 8, 8_192, 8e9), UtilizationBand.For(H100, 8, 8_192, 8e9, Precision.Fp8));

        Assert.Equal(1.18, eight.Fraction.Mid * H100.PeakFlopsPerSecond(Precision.Fp8)!.Value / (usual.Fraction.Mid * H100.Bf16FlopsPerSecond!.Value), tolerance: 1e-9);
        Assert.EndsWith("; fp8 has 1.18 times the speed of bf16", eight.Reason, StringComparison.Ordinal);
        Assert.Equal(usual, UtilizationBand.For(H100, 8, 8_192, 8e9, Precision.Fp16));
    }

    [Theory]
    [InlineData("RTX-4090", 1, true)]
    [InlineData("L40S", 1, false)]
    [InlineData("L40S", 64, true)]
    [InlineData("B200", 64, false)]
    [InlineData("B200", 8, true)]
    [InlineData("TPU-v4", 64, false)]
    [InlineData("TPU-v5p", 64, true)]
    [InlineData("MI300X", 64, true)]
    [InlineData("GH200", 64, false)]
    public void Reason_OfADeviceThatNoFigureHas_SaysSo(string accelerator, int devices, bool says)
    {
        var device = AcceleratorCatalog.Find(accelerator)!;

        Assert.Equal(says, UtilizationBand.For(device, devices).Reason.EndsWith($"; '{device.Id}' is not among them", StringComparison.Ordinal));
    }

    // Qwen3-0.6B on 64 H100: the hours of the same tokens grow with the length of sequences, and no prediction passes the peak.
    [Fact]
    public void For_ALongerSequence_IsLower()
    {
        int[] lengths = [4_096, 8_192, 32_768, 131_072, 262_144];
        var middles = lengths.Select(static length => UtilizationBand.For(H100, 64, length, 5.96e8).Fraction.Mid).ToArray();

        Assert.Equal(middles.OrderDescending(), middles);
        Assert.Equal(middles[^1], UtilizationBand.For(H100, 64, 1_000_000, 5.96e8).Fraction.Mid);
        Assert.Equal(UtilizationBand.For(H100, 64, 512).Fraction, UtilizationBand.For(H100, 64, 4_096).Fraction);
    }

    [Fact]
    public void For_UnknownCount_IsTheBandOfClustersAndSaysSo()
    {
        var band = UtilizationBand.For(H100, null);

        Assert.Equal(UtilizationBand.For(H100, 512).Fraction, band.Fraction);
        Assert.EndsWith("the number of devices is not given", band.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Given_NotAFraction_IsRefused(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UtilizationBand.Given(fraction, UtilizationConvention.SixND));
}
