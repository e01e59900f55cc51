using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class DurationTextTests
{
    // Each unit begins at two of it; years at a thousand days.
    [Theory]
    [InlineData(119.0 / 3600, "119 seconds")]
    [InlineData(121.0 / 3600, "2.02 minutes")]
    [InlineData(119.0 / 60, "119 minutes")]
    [InlineData(2.5, "2.5 hours")]
    [InlineData(47.5, "47.5 hours")]
    [InlineData(48, "2 days")]
    [InlineData(999 * 24, "999 days")]
    [InlineData(1461 * 24, "4 years")]
    public void Of_ADurationNearTheNextUnit_IsInItsOwn(double hours, string text) => Assert.Equal(text, DurationText.Of(hours));
}
