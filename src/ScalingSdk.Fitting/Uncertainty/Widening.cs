using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>Draws of few units scatter too little: they are spread about their median as a t statistic is.</summary>
/// <remarks>
/// A bootstrap over G clusters divides by G where an unbiased variance divides by G - 1, and takes the normal's quantile where the
/// mean of G clusters has Student's: t(G-1) / z sqrt(G / (G-1)) at the quantile of 90 % intervals (Cameron, Gelbach and Miller 2008, sec. II).
/// </remarks>
internal static class Widening
{
    /// <summary>From so many units on, percentiles hold what they say (docs/fitting.md).</summary>
    internal const int Enough = 10;

    private const double Upper = 0.95;

    internal static double Factor(int units) => units >= Enough || units < ResamplingUnits.LeastUnits ? 1
        : StudentT.InvCDF(0, 1, units - 1, Upper) / Normal.InvCDF(0, 1, Upper) * Math.Sqrt(units / (units - 1.0));

    /// <summary>Spreads the parameters of all draws; exponents in logarithms, so that they stay above zero.</summary>
    internal static void Spread(LossForm form, double[][] thetas, double factor)
    {
        if (factor is 1 || thetas.Length == 0)
            return;
        for (var p = 0; p < thetas[0].Length; p++)
        {
            var logarithmic = form.IsExponent(p) && Array.TrueForAll(thetas, theta => theta[p] > 0);
            var values = Array.ConvertAll(thetas, theta => logarithmic ? Math.Log(theta[p]) : theta[p]);
            var median = values.Median();
            for (var i = 0; i < thetas.Length; i++)
            {
                // The logarithm of an amplitude that a draw does without is not a finite number: there is nothing to spread.
                if (double.IsNaN(values[i] - median) || double.IsInfinity(values[i] - median))
                    continue;
                var spread = median + (factor * (values[i] - median));
                thetas[i][p] = logarithmic ? Math.Exp(spread) : spread;
            }
        }
    }
}
