using CsCheck;
using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class RunEstimateTests
{
    private static readonly Accelerator H100 = AcceleratorCatalog.Find("H100-SXM")!;
    private static readonly UtilizationBand Forty = UtilizationBand.Given(0.4, UtilizationConvention.SixND);

    // 1e21 FLOP / (989.4e12 x 0.4 x 3600 s) = 701.88 device-hours.
    [Fact]
    public void For_GivenUtilization_IsTheArithmetic()
    {
        var run = RunEstimate.For(1e21, H100, 8, Precision.Bf16, Forty, pricePerDeviceHour: 2.5);

        Assert.True(run.DeviceHours.IsPoint);
        Assert.Equal(701.88, run.DeviceHours.Mid, tolerance: 0.005);
        Assert.Equal(87.735, run.Hours.Mid, tolerance: 0.001);
        Assert.Equal(3.6556, run.Days.Mid, tolerance: 0.0001);
        Assert.Equal(1754.7, run.Cost!.Value.Mid, tolerance: 0.02);
        Assert.Equal(491.3, run.EnergyKilowattHours!.Value.Mid, tolerance: 0.02);
    }

    [Fact]
    public void For_Band_HighestUtilizationGivesTheFewestHours()
    {
        var hours = RunEstimate.For(1e21, H100, 8, Precision.Bf16, UtilizationBand.For(H100, 8)).DeviceHours;

        Assert.Equal(586.8, hours.Low, tolerance: 0.1);
        Assert.Equal(893.1, hours.High, tolerance: 0.1);
        Assert.InRange(hours.Mid, hours.Low, hours.High);
    }

    [Fact]
    public void For_NoPriceAndUnknownPower_HasNoCostAndNoEnergy()
    {
        var run = RunEstimate.For(1e21, AcceleratorCatalog.Find("TPU-v5p")!, 8, Precision.Bf16, Forty);

        Assert.Null(run.Cost);
        Assert.Null(run.EnergyKilowattHours);
    }

    [Fact]
    public void For_OwnAccelerator_TakesItsNumbers()
    {
        var own = new Accelerator { Id = "own", Source = "the spec", MemoryBytes = 64e9, Bf16FlopsPerSecond = 1e15 };

        Assert.Equal(1e21 / (1e15 * 0.4 * 3600), RunEstimate.For(1e21, own, 1, Precision.Bf16, Forty).Hours.Mid, precision: 9);
    }

    [Fact]
    public void For_MissingPeak_SaysWhatThereIs()
    {
        var error = Assert.Throws<ArgumentException>(static () => RunEstimate.For(1, H100, 1, Precision.Fp4, Forty));

        Assert.Contains("'H100-SXM' has no dense 'fp4' figure", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -8)]
    public void For_NoComputeOrNoDevices_IsRefused(double flops, int devices) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RunEstimate.For(flops, H100, devices, Precision.Bf16, Forty));

    [Fact]
    public void ComputeBudget_OfTheEstimatedTime_IsTheCompute() =>
        Gen.Select(Gen.Double[1e15, 1e27], Gen.Int[1, 100_000]).Sample((flops, devices) =>
        {
            var band = UtilizationBand.For(H100, devices);
            var run = RunEstimate.For(flops, H100, devices, Precision.Bf16, band, pricePerDeviceHour: 2);

            Assert.Equal(1, ComputeBudget.OfTime(H100, devices, Precision.Bf16, band, run.Hours.Mid).Mid / flops, precision: 12);
            Assert.Equal(1, ComputeBudget.OfTime(H100, devices, Precision.Bf16, band, run.Hours.Low).High / flops, precision: 12);
            Assert.Equal(1, ComputeBudget.OfCost(H100, Precision.Bf16, band, run.Cost!.Value.High, 2).Low / flops, precision: 12);
        });
}
