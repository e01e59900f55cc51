using ScalingSdk.Laws;
using ScalingSdk.Models;

namespace ScalingSdk.Tests.Laws;

public sealed class Porian2024Tests
{
    private static readonly Porian2024 Law = Porian2024.Law;

    [Theory]
    [InlineData(1e8, 155.668852502, 0.00487754993266, Near.Computed)]
    [InlineData(1e9, 785.60045094, 0.00212912776815, Near.Computed)]
    [InlineData(7e9, 3085.35858883, 0.0010567358219, Near.Computed)]
    [InlineData(1.08e8, 164.323, 0.00474427, 1e-5)]
    [InlineData(2.2e8, 270.972, 0.00367223, 1e-5)]
    public void BatchAndLearningRate_ComputedRows_Agree(double n, double sequences, double rate, double tolerance)
    {
        Near.Relative(sequences, Law.Batch(new WeightsWithHead(n)).Value.Sequences(2048), tolerance);
        Near.Relative(rate, Law.LearningRate(new WeightsWithHead(n)).Value, tolerance);
    }

    [Theory]
    [InlineData(1e8, 151.998, 0.00482213)]
    [InlineData(1e9, 705.512, 0.00223824)]
    public void RoundedForms_ComputedRows_Agree(double n, double sequences, double rate)
    {
        Near.Relative(sequences, Law.RoundedBatch(new(n)).Value.Sequences(2048), 1e-5);
        Near.Relative(rate, Law.RoundedLearningRate(new(n)).Value, 1e-5);
    }

    [Fact]
    public void BatchAndLearningRate_AtTheAnchorOfTheRoundedForms_AreThePublishedPoint()
    {
        // The paper's own rounding: 160 sequences and 0.0047 at 108M.
        Near.Relative(160, Law.Batch(new WeightsWithHead(108e6)).Value.Sequences(2048), 0.03);
        Near.Relative(0.0047, Law.LearningRate(new WeightsWithHead(108e6)).Value, 0.01);
    }

    [Fact]
    public void Stages_FromKaplanToTuned_FallOnBothCorpora()
    {
        Assert.Equal([0.835, 0.706, 0.602, 0.571, 0.497], Law.Stages.Select(s => s.RefinedWeb));
        Assert.Equal([0.864, 0.699, 0.603, 0.574, 0.518], Law.Stages.Select(s => s.OpenWebText2));
    }

    [Theory]
    [InlineData(2.2e8, 0.99)]
    [InlineData(2.3e8, 0.95)]
    public void Beta2_Around220M_Changes(double n, double beta2) => Assert.Equal(beta2, Law.Beta2(new(n)).Value);

    [Fact]
    public void Warmup_InTokens_IsTheParameters() => Assert.Equal(5e7, Law.Warmup(new(5e7)).Value.Count);

    [Fact]
    public void Batch_OfANominalSize_SaysThatTheHeadIsUnknown()
    {
        var nominal = Sizes.Nominal(7e9);

        Assert.Contains("output head", Law.Batch(nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
        Assert.Contains("output head", Law.LearningRate(nominal, new(1e12)).WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_AboveTheSweep_SaysHowFar() =>
        Near.Relative(9.01e9 / 9.01e8, Law.Batch(new WeightsWithHead(9.01e9)).Outside.Parameters, 1e-12);
}
