using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class NearestNameTests
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
        Assert.Equal(expected, NearestName.Find(typed, Known));

    [Fact]
    public void Find_TwoAsNear_IsTheFirst() => Assert.Equal("ab", NearestName.Find("a", ["ab", "ac"]));

    [Fact]
    public void Find_VeryLongName_IsNothing() => Assert.Null(NearestName.Find(new string('a', 1_000_000), Known));
}
