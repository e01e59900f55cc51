using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("\nbelow", "\nbelow")]
    [InlineData("above\nbelow", "above\nbelow")]
    public void NeutralLines_TextOfSeveralLines_KeepsTheLines(string text, string expected) => Assert.Equal(expected, OutsideText.NeutralLines(text));
}
