using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// The rules of thumb of the paper, as ratios of its laws.
public sealed partial class Kaplan2020
{
    /// <summary>How much the critical batch grows as the loss falls: it doubles for every 13 % (eq. 5.3).</summary>
    public static Answer<double> BatchGrowth(KaplanLoss to, KaplanLoss from) => Answer<double>.Of(
        Math.Pow(to.NatsPerToken / from.NatsPerToken, -1 / AlphaB),
        LawRange.Any.OfRun(to.NatsPerToken, from.NatsPerToken),
        new(Law.Info, Equations.BatchGrowth, to.NatsPerToken, from.NatsPerToken));

    /// <summary>How much more unique data a larger model needs: 8 times the size needs about 5 times the data (eq. 4.4).</summary>
    public static Answer<double> DataGrowth(NonEmbeddingWeights to, NonEmbeddingWeights from) => Answer<double>.Of(
        Math.Pow(to.Count / from.Count, ThresholdPower),
        Law.Info.Range.OfParameters(to.Count).And(Law.Info.Range.OfParameters(from.Count)),
        new(Law.Info, Equations.DataGrowth, to.Count, from.Count));

    /// <summary>How the best run grows with compute: 10 times the compute takes 5.4 times the parameters and 1.9 times the tokens (Table 6).</summary>
    public static Answer<GrowthOfRun> OptimumGrowth(double computeRatio) => Answer<GrowthOfRun>.Of(
        new(Math.Pow(computeRatio, SizePower), Math.Pow(computeRatio, TokensPower)),
        LawRange.Any.OfCompute(computeRatio),
        new(Law.Info, Equations.SizeGrowth, computeRatio));
}

/// <summary>The best run over the best run of less compute.</summary>
/// <param name="Parameters">Size over size.</param>
/// <param name="Tokens">Tokens over tokens.</param>
public readonly record struct GrowthOfRun(double Parameters, double Tokens);
