using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tests.Diagnostics;

public sealed class SuggestTests
{
    private static readonly string[] Known = ["layers", "hidden_size", "attention_heads", "unique_tokens", "tokens", "limits"];

    [Theory]
    [InlineData("layer", "layers")]
    [InlineData("lyaers", "layers")]
    [InlineData("HiddenSize", "hidden_size")]
    [InlineData("hidden-size", "hidden_size")]
    [InlineData("uniqe_tokens", "unique_tokens")]
    [InlineData("atention_hedas", "attention_heads")]
    [InlineData("token", "tokens")]
    [InlineData("colour", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Find_TypedName_IsTheNearestWithinAThird(string typed, string? expected) =>
        Assert.Equal(expected, Suggest.Nearest(typed, Known));

    [Fact]
    public void Find_TwoAsNear_IsTheFirst() => Assert.Equal("ab", Suggest.Nearest("a", ["ab", "ac"]));

    [Theory]
    [InlineData("scale1001", "SCALE1001")]
    [InlineData("SCALE1OO1", "SCALE1001")]
    [InlineData("SCAL1001", "SCALE1001")]
    [InlineData("SCALE1003", null)]
    [InlineData("SCALE", null)]
    public void SameCode_WithOtherDigits_IsAnotherCode(string typed, string? expected) => Assert.Equal(expected, Suggest.SameCode(typed, ["SCALE1001", "SCALE1002"]));

    [Fact]
    public void Find_VeryLongName_IsNothing() => Assert.Null(Suggest.Nearest(new string('a', 1_000_000), Known));
}
