using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Design;

/// <summary>A run that is worth making, and what is left of the interval's width after it.</summary>
/// <param name="Parameters">N.</param>
/// <param name="Tokens">D.</param>
/// <param name="Compute">6 N D in FLOP.</param>
/// <param name="WidthLeft">The width of the target's interval after this run and those before it, as a share of today's.</param>
public sealed record NextRun(double Parameters, double Tokens, double Compute, double WidthLeft);

/// <summary>The further runs that shrink the interval of a target most, within a compute budget.</summary>
/// <remarks>
/// The optimal design for one target on the form linearised at the fit (c-optimality), chosen one run at a time; with no target, for
/// all constants at once (D-optimality: the determinant of their covariance). Budgets are split evenly over one to six runs,
/// whichever split is best.
/// </remarks>
public static class NextRuns
{
    private const int MostRuns = 6;

    /// <summary>The runs for a target that follows from the constants: <c>row => form.OptimalParameters(1e24)</c>.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="flops">The compute of all further runs together.</param>
    /// <param name="target">The target; its logarithm is what the interval is of. Null takes all constants at once.</param>
    public static IReadOnlyList<NextRun> Plan(FitResult fit, double flops, Func<IReadOnlyList<double>, double>? target = null)
    {
        if (fit.Diagnostics is null)
            return [];
        var information = new Information(fit.Form, fit.Theta, fit.Logs);
        var direction = target is null ? null : Direction(fit, target);
        List<NextRun> best = [];
        for (var runs = 1; runs <= MostRuns; runs++)
        {
            var plan = Greedy(fit, information, direction, flops / runs, runs);
            if (plan.Count > 0 && (best.Count == 0 || plan[plan.Count - 1].WidthLeft < best[best.Count - 1].WidthLeft))
                best = plan;
        }

        return best;
    }

    /// <summary>The runs that shrink the interval of N_opt at a compute most: forms with E, A, B, alpha and beta.</summary>
    public static IReadOnlyList<NextRun> PlanForOptimalSize(FitResult fit, double flops, double atCompute) => Plan(fit, flops, row =>
        new ChinchillaForm(row[0], row[1], row[2], row[3], row[row.Count - 1]).OptimalParameters(atCompute));

    /// <summary>The runs as a table in Markdown.</summary>
    public static string Table(IReadOnlyList<NextRun> runs) =>
        "| N | D | FLOP | width left |\n|---|---|---|---|\n" + string.Concat(runs.Select(static run =>
            $"| {NumberText.Compact(run.Parameters)} | {NumberText.Compact(run.Tokens)} | {NumberText.Compact(run.Compute)} | {NumberText.Compact(100 * run.WidthLeft)}% |\n"));

    private static List<NextRun> Greedy(FitResult fit, Information information, Vector<double>? direction, double budget, int runs)
    {
        var n = fit.Theta.Length;
        var prior = 1e-9 * information.Matrix.Trace() / n;
        var covariance = (information.Matrix + (prior * Matrix<double>.Build.DenseIdentity(n))).Inverse();
        var candidates = MostTelling.Candidates(fit.Logs, budget).Select(run => (Run: run, Gradient: information.GradientOf(run))).ToList();
        var before = direction is null ? 1 : direction.DotProduct(covariance * direction);
        var left = 1.0;
        var plan = new List<NextRun>();
        for (var i = 0; i < runs && candidates.Count > 0; i++)
        {
            var (run, gradient) = candidates.OrderByDescending(c => Gain(covariance, direction, c.Gradient)).First();
            var towards = covariance * gradient;
            var scale = 1 + gradient.DotProduct(towards);
            covariance -= towards.OuterProduct(towards) / scale;
            left = direction is null ? left * Math.Pow(scale, -0.5 / n) : Math.Sqrt(Math.Max(0, direction.DotProduct(covariance * direction)) / before);
            plan.Add(new(run.Parameters, run.Tokens, run.Compute, left));
        }

        return plan;
    }

    // How much one run lowers the variance of the target, or the determinant.
    private static double Gain(Matrix<double> covariance, Vector<double>? direction, Vector<double> gradient)
    {
        var towards = covariance * gradient;
        var own = gradient.DotProduct(towards);
        if (direction is null)
            return own;
        var seen = direction.DotProduct(towards);
        return seen * seen / (1 + own);
    }

    // The derivative of ln target by the parameters.
    private static Vector<double> Direction(FitResult fit, Func<IReadOnlyList<double>, double> target)
    {
        const double Step = 1e-6;
        return Vector<double>.Build.Dense(fit.Theta.Length, i =>
        {
            double[] up = [.. fit.Theta], down = [.. fit.Theta];
            up[i] += Step;
            down[i] -= Step;
            return Math.Log(target(fit.Form.ConstantsOf(up, fit.Logs)) / target(fit.Form.ConstantsOf(down, fit.Logs))) / (2 * Step);
        });
    }
}
