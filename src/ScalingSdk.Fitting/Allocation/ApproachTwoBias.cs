using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>
/// How far a parabola misses the minimum of a loss that is none: where alpha differs from beta a profile is lopsided, and cells that
/// are not centred on the minimum tilt it more.
/// </summary>
/// <remarks>Measured on the user's own cells: the parametric fit's noise-free losses there, whose true minimum is known.</remarks>
internal static class ApproachTwoBias
{
    /// <summary>Below this share of N_opt, and this much of the exponent, nothing is said.</summary>
    private const double Share = 0.02;
    private const double Exponent = 0.005;

    internal static FitFinding? Of(IReadOnlyList<TrainingRun> runs, List<IsoFlopBudget> minima, FitOptions options)
    {
        var fit = Fitter.Fit(LossForm.Chinchilla, runs, options);
        if (!fit.Trusted)
            return null;
        var form = new ChinchillaForm(fit["E"], fit["A"], fit["B"], fit["alpha"], fit["beta"]);
        var clean = minima.Select(budget => Parabola.Through(budget.Compute, budget.Runs, run => form.Loss(run.Parameters, budget.Compute / (6 * run.Parameters))))
            .Where(static budget => budget.Refusal is null).ToList();
        if (clean.Count < 3)
            return null;
        var exponent = PowerLawFit.Of([.. clean.Select(static b => b.Compute)], [.. clean.Select(static b => b.Parameters)]).Exponent - form.ParametersExponent;
        var worst = clean.Select(budget => (budget.Parameters / form.OptimalParameters(budget.Compute)) - 1).OrderByDescending(Math.Abs).First();
        if (Math.Abs(worst) < Share && Math.Abs(exponent) < Exponent)
            return null;
        return new(
            FitFindingKind.Bias,
            $"alpha '{NumberText.Compact(form.Alpha)}' and beta '{NumberText.Compact(form.Beta)}' make the profiles lopsided: on these cells a parabola misses N_opt by up to '{NumberText.Compact(100 * worst)}%' and its exponent by '{NumberText.Compact(exponent)}'; the parametric fit (approach 3) has no such bias");
    }
}
