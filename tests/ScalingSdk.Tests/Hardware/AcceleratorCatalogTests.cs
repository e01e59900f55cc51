using ScalingSdk.Hardware;

namespace ScalingSdk.Tests.Hardware;

public sealed class AcceleratorCatalogTests
{
    [Theory]
    [InlineData("H100-SXM", "H100-SXM")]
    [InlineData("h100 sxm", "H100-SXM")]
    [InlineData("h100_80gb", "H100-SXM")]
    [InlineData("NVIDIA H100 80GB HBM3", "H100-SXM")]
    [InlineData("NVIDIA A100-SXM4-40GB", "A100-SXM-40GB")]
    [InlineData("A100", "A100-SXM-80GB")]
    [InlineData("NVIDIA GeForce RTX 4090", "RTX-4090")]
    [InlineData("AMD Instinct MI300X", "MI300X")]
    [InlineData("TPU v5p", "TPU-v5p")]
    public void Find_AnyWriting_IsTheDevice(string name, string id) => Assert.Equal(id, AcceleratorCatalog.Find(name)?.Id);

    [Theory]
    [InlineData("H101")]
    [InlineData("")]
    [InlineData("NVIDIA")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(AcceleratorCatalog.Find(name));

    [Theory]
    [InlineData("H10O-SXM", "H100-SXM")]
    [InlineData("H100-SMX", "H100-SXM")]
    [InlineData("MI300", "MI300X")]
    public void Nearest_Misspelt_IsTheKnownName(string name, string nearest) => Assert.Equal(nearest, AcceleratorCatalog.Nearest(name));

    [Fact]
    public void All_EveryDevice_HasAPeakMemoryAndSource() => Assert.All(AcceleratorCatalog.All, static a =>
    {
        Assert.True(
            a.PeakFlopsPerSecond(Precision.Bf16) > 0 || a.PeakFlopsPerSecond(Precision.Fp16) > 0 || a.Note.StartsWith("memory alone", StringComparison.Ordinal),
            $"'{a.Id}' has no peak, and its note does not say that it is known by its memory alone");
        Assert.True(a.MemoryBytes >= 10e9, a.Id);
        Assert.NotEmpty(a.Source);
    });

    [Fact]
    public void Achievable_EveryMeasurement_IsBelowThePeak() => Assert.All(AcceleratorCatalog.All, static a =>
    {
        Assert.False(a.AchievableUtilization(Precision.Bf16) >= 1, a.Id);
        Assert.False(a.AchievableUtilization(Precision.Fp8) >= 1, a.Id);
    });

    [Fact]
    public void WhyNoPeak_Bf16OnVolta_NamesWhatThereIs() => Assert.Equal(
        "'V100-SXM2' has no dense 'bf16' figure; it has 'fp32' (15.7 TFLOP/s), 'fp16' (125 TFLOP/s)",
        AcceleratorCatalog.Find("V100")!.WhyNoPeak(Precision.Bf16));

    [Fact]
    public void WhyNoPeak_DeviceWithoutAny_SaysThatMemoryIsAllThatIsKnown() =>
        Assert.Equal("'M2-Ultra' is known by its memory alone", AcceleratorCatalog.Find("Apple M2 Ultra")!.WhyNoPeak(Precision.Bf16));

    [Theory]
    [InlineData("A100", 0.87)]
    [InlineData("H100", 0.80)]
    [InlineData("B200", 0.78)]
    [InlineData("MI300X", 0.51)]
    public void AchievableUtilization_Measured_AsPublished(string name, double share) =>
        Assert.Equal(share, AcceleratorCatalog.Find(name)!.AchievableUtilization(Precision.Bf16)!.Value, tolerance: 0.005);

    [Fact]
    public void All_AgainstTheCollectedTable_EveryFigureAgrees()
    {
        var rows = Csv.Read("hardware", "accelerators.csv");

        var rowless = AcceleratorCatalog.All.Except(rows.Select(static row => AcceleratorCatalog.Find(row["name"].Split('(')[0]))).Select(static device => device!.Id).ToList();

        Assert.True(rowless.Count == 0, $"add a row to tests/Data/hardware/accelerators.csv, from a source of its own, for: {string.Join(", ", rowless)}");
        Assert.All(rows, static row =>
        {
            var a = AcceleratorCatalog.Find(row["name"].Split('(')[0]);
            Assert.True(a is not null, $"no device is called '{row["name"]}', a row of tests/Data/hardware/accelerators.csv: add it to NvidiaAccelerators.cs or OtherAccelerators.cs");
            Assert.Equal(row.NumberOrNull("fp16_dense_tflops"), a.Fp16FlopsPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("bf16_dense_tflops"), a.Bf16FlopsPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("tf32_dense_tflops"), a.Tf32FlopsPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("fp8_dense_tflops"), a.Fp8FlopsPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("int8_dense_tops"), a.Int8OperationsPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("fp4_dense_tflops"), a.Fp4FlopsPerSecond / 1e12);
            Assert.Equal(row.Number("memory_gb"), a.MemoryBytes / 1e9);
            Assert.Equal(row.NumberOrNull("bandwidth_tb_s"), a.BandwidthBytesPerSecond / 1e12);
            Assert.Equal(row.NumberOrNull("power_w"), a.PowerWatts);
        });
    }
}
