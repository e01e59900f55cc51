using MathNet.Numerics.Distributions;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>Draws of few units scatter too little: what follows from them is spread about its median as a t statistic is.</summary>
/// <remarks>
/// A bootstrap over G clusters divides by G where an unbiased variance divides by G - 1, and takes the normal's quantile where the
/// mean of G clusters has Student's: t(G-1) / z sqrt(G / (G-1)) at the quantile of 90 % intervals (Cameron, Gelbach and Miller 2008, sec. II).
/// The interval of each quantity is spread, not the constants: a loss is not linear in them, and of spread constants it covered 82 %
/// with four sizes where it now covers 87.
/// </remarks>
internal static class Widening
{
    /// <summary>From so many units on, percentiles hold what they say (docs/fitting.md).</summary>
    internal const int Enough = 10;

    private const double Upper = 0.95;

    internal static double Factor(int units) => units >= Enough || units < ResamplingUnits.LeastUnits ? 1
        : StudentT.InvCDF(0, 1, units - 1, Upper) / Normal.InvCDF(0, 1, Upper) * Math.Sqrt(units / (units - 1.0));
}
