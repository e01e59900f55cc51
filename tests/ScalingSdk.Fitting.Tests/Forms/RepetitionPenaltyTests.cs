using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Forms;

/// <summary>The penalty of repetition, at constants refitted to public runs of repeated data: computed values, not published ones.</summary>
public sealed class RepetitionPenaltyTests
{
    private static readonly double[] One = [2.17298, 1325.3, 17599, 0.4002, 0.4571, 2.8981e-3];
    private static readonly double[] Free = [2.166039, 1380.637, 14954.985, 0.4030, 0.4481, 1.345333e-4, 1.7174, 1.2912];

    [Theory]
    [InlineData(1e9, 1e9, 1, 3.858407782, 1e-9)]
    [InlineData(1e9, 1e9, 4, 3.231630868, 1e-9)]
    [InlineData(1e9, 1e9, 16, 2.92920287, 1e-9)]
    [InlineData(1e9, 1e8, 16, 4.031374587, 1e-9)]
    [InlineData(1e9, 1e8, 1, 6.383233, 1e-5)]
    [InlineData(1e9, 1e8, 4, 4.649649, 1e-5)]
    [InlineData(2.8e9, 5.5e10, 1, 2.609352, 1e-5)]
    [InlineData(2.8e9, 5.5e10, 4, 2.508034, 1e-5)]
    [InlineData(2.8e9, 5.5e10, 16, 2.455807, 1e-5)]
    public void Loss_OfOneParameter_Agrees(double n, double unique, double epochs, double loss, double tolerance) =>
        Assert.Equal(1, Loss(LossForm.RepetitionPenalty, One, n, unique, epochs) / loss, tolerance);

    [Theory]
    [InlineData(1e8, 1e8, 4, 5.081488)]
    [InlineData(1e9, 1e9, 8, 3.041762)]
    [InlineData(1e9, 1e8, 16, 3.890365)]
    public void Loss_OfFourParameters_Agrees(double n, double unique, double epochs, double loss) =>
        Assert.Equal(1, Loss(LossForm.RepetitionPenaltyFreeExponents, Free, n, unique, epochs) / loss, 1e-5);

    // (beta B U^(1 - beta) / (P N))^(1/(1 + beta)): there the loss is least, and it rises beyond.
    [Theory]
    [InlineData(1e9, 1e9, 39.69298663)]
    [InlineData(1e9, 1e8, 16.83)]
    public void Loss_OfOneParameter_TurnsAtThesePasses(double n, double unique, double epochs)
    {
        double At(double passes) => Loss(LossForm.RepetitionPenalty, One, n, unique, passes);

        Assert.True(At(epochs) < At(0.97 * epochs) && At(epochs) < At(1.03 * epochs), "the loss is not least at the passes of the closed form");
        Assert.Equal(0, (At(epochs * 1.001) - At(epochs / 1.001)) / (At(2 * epochs) - At(epochs)), 0.003);
    }

    [Fact]
    public void Fit_ToRepeatedRuns_FindsAPenaltyThatRisesWithRepetition()
    {
        var runs = PublicRuns.Read("data-constrained").Runs.Where(static run => run.Tokens <= 60 * run.UniqueTokens).ToList();

        var fit = LawFit.Fit(LossForm.RepetitionPenalty, runs, new() { Penalty = Penalty.Squares });
        var plain = LawFit.Fit(LossForm.Chinchilla, runs, new() { Penalty = Penalty.Squares });

        Assert.True(fit.Diagnostics!.Converged);
        Assert.True(fit["P"] > 0, "a penalty raises the loss");
        Assert.True(fit.Diagnostics.RootMeanSquare < plain.Diagnostics!.RootMeanSquare, "a term more fits no worse");
    }

    [Fact]
    public void TwoExponents_OnRepeatedRuns_FitNoWorseThanOne()
    {
        var runs = PublicRuns.Read("data-constrained").Runs.Where(static run => run.Tokens <= 100 * run.UniqueTokens).ToList();

        var one = LawFit.Fit(LossForm.DataConstrained, runs, new() { Penalty = Penalty.Squares });
        var two = LawFit.Fit(LossForm.DataConstrainedTwoExponents, runs, new() { Penalty = Penalty.Squares });

        Assert.True(two.Diagnostics!.Converged);
        Assert.True(two.Diagnostics.RootMeanSquare <= one.Diagnostics!.RootMeanSquare * 1.0000001, "a constant more fits no worse");
    }

    // The README's optimum of the published constants, with both exponents the same.
    [Fact]
    public void TwoExponents_ThatAreEqual_AreTheFormOfOne()
    {
        double[] tied = [1.869144, 520.825, 1487.716, 0.3526596, 15.387756, 5.309743];
        double[] apart = [1.869144, 520.825, 1487.716, 0.3526596, 0.3526596, 15.387756, 5.309743];

        Assert.Equal(Loss(LossForm.DataConstrained, tied, 6.34e9, 25e9, 9.68), Loss(LossForm.DataConstrainedTwoExponents, apart, 6.34e9, 25e9, 9.68), 1e-12);
        Assert.Equal(2.2256440889984477, Loss(LossForm.DataConstrainedTwoExponents, apart, 6.34e9, 25e9, 9.68), 1e-5);
    }

    private static double Loss(LossForm form, double[] constants, double n, double unique, double epochs)
    {
        var logs = new RunLogs([new() { Parameters = n, Tokens = unique * epochs, UniqueTokens = unique, Loss = 1 }, new() { Parameters = 3e7, Tokens = 7e8, Loss = 1 }]);
        return Math.Exp(new JetObjective(form, logs, Penalty.Squares).At(form.ThetaOf(constants, logs), 0).Value);
    }
}
