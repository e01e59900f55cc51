using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>y = coefficient * x^exponent by least squares of logarithms, with the interval of the exponent where there is a sample.</summary>
/// <param name="Coefficient">The value at x = 1.</param>
/// <param name="Exponent">The slope in logarithms.</param>
/// <param name="ExponentInterval">The interval of the exponent; null where nothing was resampled.</param>
public sealed record PowerLawFit(double Coefficient, double Exponent, Interval? ExponentInterval = null)
{
    /// <summary>The value at x.</summary>
    public double At(double x) => Coefficient * Math.Pow(x, Exponent);

    internal static PowerLawFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double[] logX = [.. x.Select(static v => Math.Log(v))], logY = [.. y.Select(static v => Math.Log(v))];
        var centre = logX.Average();
        var (intercept, slope) = MathNet.Numerics.Fit.Line([.. logX.Select(v => v - centre)], logY);
        return new(Math.Exp(intercept - (slope * centre)), slope);
    }
}
