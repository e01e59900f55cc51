using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class LineMapTests
{
    private const string Text = "ab\r\ncde\rf\n\ng";

    // Counted by hand: lines begin at 0, 4, 8, 10 and 11.
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 3, 6)]
    [InlineData(3, 1, 8)]
    [InlineData(5, 1, 11)]
    public void OffsetOf_APlaceInTheText_IsItsOffset(int line, int column, int offset)
    {
        Assert.Equal(offset, new LineMap(Text).OffsetOf(new(line, column), Text));
        Assert.Equal(new SourcePosition(line, column), new LineMap(Text).At(offset));
    }

    [Theory]
    [InlineData(1, 9, 2)]
    [InlineData(2, int.MaxValue, 7)]
    [InlineData(4, 2, 10)]
    [InlineData(5, 2, 12)]
    [InlineData(9, 1, 12)]
    [InlineData(0, 0, 0)]
    public void OffsetOf_APlaceBeyondItsLine_IsTheEndOfIt(int line, int column, int offset) =>
        Assert.Equal(offset, new LineMap(Text).OffsetOf(new(line, column), Text));
}
