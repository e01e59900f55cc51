using MathNet.Numerics.Distributions;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>The values of a constant at which the best objective is not significantly worse: a check on the bootstrap.</summary>
/// <remarks>
/// For a penalty that is not a likelihood, twice the rise of the objective times mean(psi') / mean(psi^2) is about chi-square (the robust
/// likelihood ratio test: Heritier and Ronchetti 1994). It assumes independent runs.
/// </remarks>
public static class ProfileLikelihood
{
    /// <summary>The interval of a constant that is also a parameter of the solver: E and the exponents; null of any other.</summary>
    public static Interval? Of(FitResult fit, string constant, double coverage = 0.9)
    {
        var at = ParameterOf(fit.Form, constant);
        if (at < 0 || fit.Diagnostics is null)
            return null;
        double slopes = 0, squares = 0;
        for (var i = 0; i < fit.Residuals.Count; i++)
        {
            var psi = fit.Options.Penalty.Slope(fit.Residuals[i]);
            slopes += fit.Logs.Weights[i] * fit.Options.Penalty.Curvature(fit.Residuals[i]);
            squares += fit.Logs.Weights[i] * psi * psi;
        }

        if (slopes <= 0 || squares <= 0)
            return null;
        var rise = ChiSquared.InvCDF(1, coverage) * squares / (2 * slopes);
        var low = End(fit, at, -1, fit.Diagnostics.Objective + rise);
        var high = End(fit, at, 1, fit.Diagnostics.Objective + rise);
        return new Interval(Natural(constant, low), Natural(constant, fit.Theta[at]), Natural(constant, high), coverage);
    }

    private static double Natural(string constant, double theta) => constant is "E" ? Math.Exp(theta) : theta;

    private static int ParameterOf(LossForm form, string constant) => form is Forms.ChinchillaLoss
        ? constant switch { "E" => 0, "alpha" => 3, "beta" when form.Dimension == 5 => 4, _ => -1 }
        : -1;

    // Steps away until the profile is above the level, then halves.
    private static double End(FitResult fit, int at, int sign, double level)
    {
        var objective = fit.Form.Pose(fit.Logs, fit.Options.Penalty);
        var profile = new FixedParameter(objective, at);
        var solver = new NewtonSolver(profile.Dimension);
        var free = profile.Without(fit.Theta);
        double inside = fit.Theta[at], step = 0.01;
        double outside;
        while (true)
        {
            outside = inside + (sign * step);
            profile.Value = outside;
            if (solver.Minimise(profile, free).Value > level)
                break;
            inside = outside;
            step *= 2;
            if (step > 1e3)
                return sign * double.PositiveInfinity;
        }

        for (var i = 0; i < 40 && Math.Abs(outside - inside) > 1e-9; i++)
        {
            profile.Value = (inside + outside) / 2;
            if (solver.Minimise(profile, free).Value > level)
                outside = profile.Value;
            else
                inside = profile.Value;
        }

        return (inside + outside) / 2;
    }
}
