using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class Mup2022Tests
{
    [Fact]
    public void Transfer_ToAWiderModel_FollowsTheFanIn()
    {
        var scaling = Mup2022.Law.Transfer(256, 4096).Value;

        Assert.Equal(1.0 / 16, scaling.HiddenLearningRate);
        Assert.Equal(1, scaling.EmbeddingLearningRate);
        Assert.Equal(1.0 / 16, scaling.HiddenVariance);
        Assert.Equal(1.0 / 256, scaling.OutputVariance);
    }

    [Fact]
    public void LearningRate_AtTheBaseWidth_IsTheBaseRate() =>
        Assert.Equal(0.01, Mup2022.Law.LearningRate(0.01, 256, 256).Value);

    [Fact]
    public void LearningRate_OfHiddenMatrices_FallsWithTheWidth() =>
        Near.Relative(0.01 / 16, Mup2022.Law.LearningRate(0.01, 256, 4096).Value, 1e-15);

    [Fact]
    public void LearningRate_WithoutAWidth_SaysWhy() =>
        Assert.Equal("a width is a positive finite number", Mup2022.Law.LearningRate(0.01, 0, 256).WhyNone);
}
