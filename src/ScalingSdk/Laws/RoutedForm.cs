namespace ScalingSdk.Laws;

/// <summary>The loss of a routed model, a bilinear form of log10 N and log10 E^, E^ a saturating transform of the experts (Clark et al. 2022, eq. 1).</summary>
/// <param name="A">The slope in log10 N.</param>
/// <param name="B">The slope in log10 E^.</param>
/// <param name="C">The interaction.</param>
/// <param name="D">The intercept.</param>
/// <param name="Start">E^ of one expert.</param>
/// <param name="Most">E^ of infinitely many experts.</param>
public readonly record struct RoutedForm(double A, double B, double C, double D, double Start, double Most)
{
    /// <summary>E^, which saturates in the experts.</summary>
    public double Saturated(double experts) =>
        1 / ((1 / (experts - 1 + (1 / ((1 / Start) - (1 / Most))))) + (1 / Most));

    /// <summary>The loss in nats per token (eq. 1).</summary>
    public double Loss(double parameters, double experts)
    {
        var n = Math.Log10(parameters);
        var e = Math.Log10(Saturated(experts));
        return Math.Pow(10, (A * n) + (B * e) + (C * n * e) + D);
    }

    /// <summary>The dense size of the same loss.</summary>
    public double EffectiveParameters(double parameters, double experts)
    {
        var saturated = Saturated(experts);
        var dense = Slope(Start);
        return Math.Pow(parameters, Slope(saturated) / dense) * Math.Pow(saturated / Start, B / dense);
    }

    /// <summary>The size from which experts no longer lower the loss: 10^(-b/c).</summary>
    public double Cutoff => Math.Pow(10, -B / C);

    private double Slope(double saturated) => A + (C * Math.Log10(saturated));
}
