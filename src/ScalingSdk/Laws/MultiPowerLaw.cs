namespace ScalingSdk.Laws;

/// <summary>Luo et al. 2025, <i>A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules</i> (arXiv 2503.12811).</summary>
/// <remarks>
/// L = L_0 + A S_1^-alpha - B sum_k (eta_(k-1) - eta_k) (1 - (1 + C eta_k^-gamma S_k)^-beta), S_k the sum of the rates from k on. The
/// constants are those of one model, optimizer, batch and corpus: a form to fit. B, C and gamma trade off against each other.
/// </remarks>
/// <param name="Least">L_0, which is not the irreducible loss.</param>
/// <param name="A">A.</param>
/// <param name="Alpha">alpha.</param>
/// <param name="B">B.</param>
/// <param name="C">C.</param>
/// <param name="Beta">beta.</param>
/// <param name="Gamma">gamma.</param>
public sealed record MultiPowerLaw(double Least, double A, double Alpha, double B, double C, double Beta, double Gamma)
{
    /// <summary>The authors' fits at 25M, 100M and 400M parameters (repository thu-yao-01-luo/MultiPowerLaw): examples, not constants to carry over.</summary>
    public static IReadOnlyList<MultiPowerLaw> Examples { get; } =
    [
        new(3.04045406, 0.52468604, 0.50786857, 363.78751622, 2.06560812, 0.58279013, 0.64142257),
        new(2.6514477, 0.60115152, 0.45295811, 437.9464276, 2.13245612, 0.59785199, 0.65523644),
        new(2.37474466, 0.65421216, 0.42878731, 523.42464371, 2.02462735, 0.59350493, 0.63472457),
    ];

    /// <summary>The loss at a knot of a path, in nats per token.</summary>
    public double Loss(RatePath path, int knot) => Losses(path, [knot])[0];

    /// <summary>The losses at knots of a path, in nats per token.</summary>
    internal double[] Losses(RatePath path, IReadOnlyList<int> knots)
    {
        var sums = path.Sums();
        var losses = Decays(path, sums, knots, C, Beta, Gamma);
        for (var i = 0; i < losses.Length; i++)
            losses[i] = Least + (A * Math.Pow(sums[knots[i]], -Alpha)) - (B * losses[i]);
        return losses;
    }

    /// <summary>The sum over the falls of the rate before each of these knots.</summary>
    internal static double[] Decays(RatePath path, double[] sums, IReadOnlyList<int> knots, double c, double beta, double gamma)
    {
        // Of each fall what no knot changes: how far, and the power of the rate that it fell to.
        List<(int At, double Fall, double Weight)> falls = [];
        var last = knots.Max();
        for (var k = 1; k <= last; k++)
        {
            if (path.Rates[k - 1] - path.Rates[k] is var fall and not 0)
                falls.Add((k, fall, path.Rates[k] > 0 ? c * Math.Pow(path.Rates[k], -gamma) : double.PositiveInfinity));
        }

        return [.. knots.Select(knot => Decay(falls, sums, knot, beta))];
    }

    private static double Decay(List<(int At, double Fall, double Weight)> falls, double[] sums, int knot, double beta)
    {
        double total = 0;
        foreach (var (k, fall, weight) in falls)
        {
            if (k > knot)
                break;

            // A rate of zero has no memory of what it was: the fall counts whole.
            total += fall * (weight <= double.MaxValue ? 1 - Math.Pow(1 + (weight * (sums[knot] - sums[k - 1])), -beta) : knot > k ? 1 : 0);
        }

        return total;
    }
}
