namespace ScalingSdk.Laws;

/// <summary>Tissue et al. 2024, <i>Scaling Law with Learning Rate Annealing</i> (arXiv 2408.11029): L = L_0 + A S_1^-alpha - C S_2.</summary>
/// <remarks>
/// S_1 is the sum of the learning rates, S_2 the annealing area. The constants are those of one model, optimizer, batch and corpus: a form
/// to fit, never a law to carry over. S_2 never saturates, so a long tail at a low rate is credited too much.
/// </remarks>
/// <param name="Least">L_0, which is not the irreducible loss.</param>
/// <param name="A">A.</param>
/// <param name="Alpha">alpha.</param>
/// <param name="C">C.</param>
/// <param name="Lambda">By how much the annealing fades in a step; it changes with the batch.</param>
public sealed record AnnealingLaw(double Least, double A, double Alpha, double C, double Lambda = AnnealingLaw.UsualLambda)
{
    /// <summary>The authors' default.</summary>
    public const double UsualLambda = 0.999;

    /// <summary>Fits to the public curves of the multi-power law (25M, 100M and 400M parameters, peak 3e-4, in steps): examples, not constants to carry over.</summary>
    public static IReadOnlyList<AnnealingLaw> Examples { get; } =
    [
        new(3.15829, 0.51358, 0.51338, 0.40191), new(2.78890, 0.59257, 0.45498, 0.48122), new(2.52462, 0.65361, 0.42050, 0.57005),
    ];

    /// <summary>The loss at each knot of a path, in nats per token.</summary>
    public double[] Losses(RatePath path)
    {
        var (sums, areas) = (path.Sums(), path.Areas(Lambda));
        var losses = new double[sums.Length];
        for (var i = 0; i < losses.Length; i++)
            losses[i] = Least + (A * Math.Pow(sums[i], -Alpha)) - (C * areas[i]);
        return losses;
    }
}
