using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class Tay2021Tests
{
    // "converging at 32 to 36 layers", the recommendation that the authors' model cards quote.
    [Theory]
    [InlineData(1, DepthAdvice.LayersBeforeWidth)]
    [InlineData(31, DepthAdvice.LayersBeforeWidth)]
    [InlineData(32, DepthAdvice.Converging)]
    [InlineData(36, DepthAdvice.Converging)]
    [InlineData(37, DepthAdvice.Diminished)]
    public void Depth_AroundThePublishedLayers_ChangesItsAdvice(int layers, DepthAdvice advice) =>
        Assert.Equal(advice, Tay2021.Law.Depth(layers).Value);

    [Fact]
    public void Depth_WithoutLayers_SaysWhy() => Assert.Equal("a model has at least 1 layer", Tay2021.Law.Depth(0).WhyNone);

    [Fact]
    public void Info_HasNoNumbersButTheLayers() => Assert.Equal(LawQuestions.Advice, Tay2021.Law.Info.Answers);
}
