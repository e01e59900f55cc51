using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>About how many epochs over the same tokens lower the validation loss; further ones raise it. It depends on decay and dropout.</summary>
/// <remarks>
/// U^a N^-b with U unique tokens and N all parameters: exponents of Lovelace et al. 2026 (arXiv 2605.01640), factors fitted to the tuned
/// runs of Kim et al. 2025 (150M to 1.4B parameters) and of Xu et al. 2026 (72M to 1.4B); 70 (U/N)^0.73 is fitted to the public runs of
/// Muennighoff et al. 2023 on C4, in which no loss rose from 1.4 unique tokens per parameter on.
/// </remarks>
internal static class EpochsTurn
{
    /// <summary>A loss is called rising past twice the epochs of a rule: each is good to about a factor of two.</summary>
    private const double Band = 2;

    /// <summary>Unique tokens per parameter from which no loss rose in the public runs.</summary>
    private const double NoRise = DataPlan.RiseBelow;

    /// <summary>AdamW with a decay of 0.1 and no dropout: the recipe that tolerates the fewest epochs at these sizes.</summary>
    private static double UsualDecay(double unique, double parameters) => 3037 * Math.Pow(unique, 0.40) * Math.Pow(parameters, -0.70);

    private static double TunedDecay(double unique, double parameters) => 5571 * Math.Pow(unique, 0.40) * Math.Pow(parameters, -0.70);

    private static double TunedDecayAndDropout(double unique, double parameters) =>
        Math.Exp(-1.234) * Math.Pow(unique, 0.560) * Math.Pow(parameters, -0.312);

    private static double PublicRuns(double unique, double parameters) => 70 * Math.Pow(unique / parameters, 0.73);

    /// <summary>Epochs past which some recipe's loss is expected to rise.</summary>
    public static double Lowest(DataPlan data) => IsNear(data) ? Band * All(data).Min() : double.PositiveInfinity;

    /// <summary>True within a factor of ten of the sizes of the tuned runs: beyond, the recipes part by more than they say.</summary>
    private static bool IsNear(DataPlan data) => data.Unique.Count / data.UniquePerParameter is >= 72e6 / 10 and <= 1.4e9 * 10;

    /// <summary>Epochs past which every recipe's loss is expected to rise; none from 1.4 unique tokens per parameter on.</summary>
    public static double Highest(DataPlan data) => data.UniquePerParameter < NoRise ? Band * All(data).Max() : double.PositiveInfinity;

    /// <summary>The fewest and the most epochs at which the loss turns up, by recipe.</summary>
    public static (double Fewest, double Most) Turning(DataPlan data) => (All(data).Min(), All(data).Max());

    private static double[] All(DataPlan data)
    {
        var (u, n) = (data.Unique.Count, data.Unique.Count / data.UniquePerParameter);
        return data.UniquePerParameter < NoRise
            ? [UsualDecay(u, n), TunedDecay(u, n), TunedDecayAndDropout(u, n), PublicRuns(u, n)]
            : [UsualDecay(u, n), TunedDecay(u, n), TunedDecayAndDropout(u, n)];
    }
}
