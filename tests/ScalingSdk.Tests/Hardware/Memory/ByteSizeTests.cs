using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(112, "112 bytes")]
    [InlineData(64_000, "64 kB")]
    [InlineData(977_000, "977 kB")]
    [InlineData(9.77e5 * 1000, "977 MB")]
    [InlineData(8e10, "80 GB")]
    [InlineData(2.67e14, "267 TB")]
    public void Short_OfAnySize_IsInAUnitThatAPersonReads(double bytes, string text) => Assert.Equal(text, new ByteSize(bytes).Short);
}
