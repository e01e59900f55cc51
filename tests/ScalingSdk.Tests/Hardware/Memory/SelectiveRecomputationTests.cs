using ScalingSdk.Hardware.Memory;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class SelectiveRecomputationTests
{
    // Korthikanti et al. 2022, sec. 5: 2.7 % for GPT-3, 1.6 % for MT-NLG; own digits of both forms beside them.
    [Theory]
    [InlineData(48, 6144, 64, 0.0519, 0.0173)]
    [InlineData(96, 12288, 96, 0.0269, 0.0090)]
    [InlineData(105, 20480, 128, 0.0164, 0.0055)]
    [InlineData(128, 25600, 160, 0.0131, 0.0044)]
    public void Overhead_PublishedModels_BothForms(int layers, int hidden, int heads, double published, double oneForward)
    {
        var shape = TransformerShape.Gpt(layers, hidden, heads, 51200);

        Assert.Equal(published, SelectiveRecomputation.PublishedOverhead(shape, 2048), tolerance: 0.00005);
        Assert.Equal(oneForward, SelectiveRecomputation.OneForwardOverhead(shape, 2048), tolerance: 0.00005);
    }

    // Table 5's HFU over MFU, each printed to a tenth of a percent.
    [Theory]
    [InlineData(48, 6144, 64, 41.5, 43.7)]
    [InlineData(96, 12288, 96, 51.4, 52.8)]
    [InlineData(105, 20480, 128, 56.0, 57.0)]
    [InlineData(128, 25600, 160, 56.3, 57.0)]
    public void PublishedOverhead_PublishedModels_IsHardwareOverModelUtilization(int layers, int hidden, int heads, double mfu, double hfu) =>
        Assert.Equal(hfu / mfu, 1 + SelectiveRecomputation.PublishedOverhead(TransformerShape.Gpt(layers, hidden, heads, 51200), 2048), tolerance: 0.0025);
}
