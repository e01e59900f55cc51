using ScalingSdk.Fitting.Extrapolation;
using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting.Tests.Extrapolation;

public sealed class HeldOutTests
{
    [Fact]
    public void Score_BySize_HoldsOutWholeSizes()
    {
        var score = HeldOut.Score(LossForm.Chinchilla, new() { Runs = Made.Grid(7, 6, 0.003) }, HoldOutBy.Size);

        Assert.Equal(4, score.Groups.Count);
        Assert.All(score.Groups, group => Assert.Equal(6, group.HeldRuns));
        Assert.Equal(18, score.Groups[0].FittedRuns);
    }

    [Fact]
    public void Score_TrueForm_PredictsLargerRunsWithinTheirNoise()
    {
        var score = HeldOut.Score(LossForm.Chinchilla, new() { Runs = Made.Grid(7, 6, 0.003) }, HoldOutBy.Size);

        Assert.InRange(score.Groups[^1].RootMeanSquare, 0.001, 0.009);
    }

    [Fact]
    public void Compare_RunsOfAKnownForm_PutsItBeforeAPowerLawWithoutFloor()
    {
        var scores = HeldOut.Compare([LossForm.OfParameters, LossForm.KaplanJoint, LossForm.Chinchilla], new() { Runs = Made.Grid(7, 6, 0.001) }, HoldOutBy.Size);

        Assert.Equal("chinchilla", scores[0].Form.Id);
        Assert.Equal("kaplan-parameters", scores[^1].Form.Id);
    }

    [Fact]
    public void Score_RealSweep_HoldsOutWholeBudgets()
    {
        var runs = PublicRuns.Read("marin-isoflop", dropOutliers: true);

        var score = HeldOut.Score(LossForm.Chinchilla, runs);

        Assert.Equal(3, score.Groups.Count);
        Assert.Equal(15, score.Groups[^1].HeldRuns);
        Assert.InRange(score.RootMeanSquare, 0, 0.03);
    }

    [Fact]
    public void Score_TooFewRuns_SaysWhyThereIsNone() =>
        Assert.NotNull(HeldOut.Score(LossForm.Chinchilla, new() { Runs = Made.Grid(2, 2) }).WhyNone);
}
