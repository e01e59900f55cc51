using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Tests.Optimum;

public sealed class PenaltyTests
{
    [Fact]
    public void Huber_WithinAndBeyondDelta_IsSquareAndLine()
    {
        var penalty = Penalty.HuberOf(0.1);

        Assert.Equal(0.5 * 0.05 * 0.05, penalty.Cost(-0.05), 15);
        Assert.Equal(0.1 * (0.4 - 0.05), penalty.Cost(0.4), 15);
        Assert.True(penalty.InTail(-0.11));
    }

    [Fact]
    public void Asymmetric_NoiseThatOnlyRaisesLosses_IsFittedFromBelow()
    {
        var random = new ScalingSdk.Fitting.Optimum.SplitMix64(9);
        var runs = Made.Grid(6, 7).Select(run => run with { Loss = run.Loss * Math.Exp(0.02 * Math.Abs(random.NextNormal())) }).ToList();
        var truth = Made.Loss(1e9, 2e10, Made.Truth);

        var symmetric = LawFit.Chinchilla(runs).Predict(1e9, 2e10) / truth;
        var fromBelow = LawFit.Chinchilla(runs, new() { Penalty = Penalty.Asymmetric(1e-3, 0.05) }).Predict(1e9, 2e10) / truth;

        Assert.InRange(fromBelow, 0.998, 1.006);
        Assert.InRange(symmetric, 1.007, 1.03);
    }

    [Fact]
    public void Weights_OfTwo_AreTheRunTwice()
    {
        var runs = Made.Grid(5, 5, 0.005);

        var weighted = LawFit.Chinchilla([.. runs.Select((run, i) => run with { Weight = i < 9 ? 2 : 1 })]);
        var twice = LawFit.Chinchilla([.. runs, .. runs.Take(9)]);

        Assert.Equal(1, weighted["alpha"] / twice["alpha"], 8);
    }

    [Fact]
    public void SeedNoise_RunsThatRepeat_IsEstimatedFromThem()
    {
        var runs = Enumerable.Range(1, 8).SelectMany(seed => Made.Grid(4, 4, 0.006, (ulong)seed)).ToList();

        var noise = LawFit.Chinchilla(runs).Diagnostics!.SeedNoise!.Value;

        Assert.Equal(0.006, noise, 0.001);
    }
}
