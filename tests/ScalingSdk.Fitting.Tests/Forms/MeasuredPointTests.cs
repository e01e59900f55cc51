namespace ScalingSdk.Fitting.Tests.Forms;

/// <summary>Laws of what is not a loss, from points that are reckoned from published constants.</summary>
public sealed class MeasuredPointTests
{
    // 2.1e8 / L^(1/0.21): B_star and alpha_B of Kaplan et al. 2020, sec. 5.1.
    [Fact]
    public void CriticalBatch_OfBatchesByKaplan_GivesHisConstants()
    {
        var fit = LawFit.CriticalBatch([new(2, 7740038.570888954), new(2.5, 2674649.466810453), new(3, 1122569.7107474345), new(4, 285277.1289468987)]);

        Assert.Equal(2.1e8, fit["B_star"], 2.1e8 * 1e-6);
        Assert.Equal(0.21, fit["alpha_B"], 1e-7);
    }

    // 1.79 N^-0.713 D^0.307: Li et al. 2025, eq. 1.
    [Fact]
    public void LearningRate_OfRatesByTheStepLaw_GivesItsConstants()
    {
        var fit = LawFit.LearningRate(
            [new(6e7, 2e9, 0.0036512989993609463), new(2e8, 2e10, 0.003137869318421405), new(1e9, 2e10, 0.0009960227074783659), new(1e9, 1e11, 0.001632499402447079)]);

        Assert.Equal(1.79, fit["k"], 1e-5);
        Assert.Equal(-0.713, fit["p"], 1e-7);
        Assert.Equal(0.307, fit["q"], 1e-7);
    }
}
