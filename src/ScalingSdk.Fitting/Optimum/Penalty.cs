namespace ScalingSdk.Fitting.Optimum;

/// <summary>What a residual costs: the residual is ln(predicted loss) - ln(observed loss), and costs are summed over runs.</summary>
/// <remarks>
/// Summed, never averaged: the mean of Hoffmann et al. 2022 made their solver stop short (Besiroglu et al. 2024, sec. 3).
/// </remarks>
/// <param name="Delta">Residuals beyond this cost linearly (Huber 1964); infinity is least squares.</param>
/// <param name="Below">How many times a prediction below the observed loss costs that of one above it; 1 is symmetric.</param>
public readonly record struct Penalty(double Delta, double Below)
{
    /// <summary>Hoffmann et al. 2022, eq. 3: Huber with delta 1e-3.</summary>
    public static Penalty Huber { get; } = new(1e-3, 1);

    /// <summary>Half the square of the residual.</summary>
    public static Penalty Squares { get; } = new(double.PositiveInfinity, 1);

    /// <summary>Huber with another delta.</summary>
    public static Penalty HuberOf(double delta) => new(delta, 1);

    /// <summary>Huber that costs a prediction below the observed loss less: noise that only ever raises a loss.</summary>
    public static Penalty Asymmetric(double delta, double below) => new(delta, below);

    internal double Cost(double residual)
    {
        var clamped = Clamp(residual);
        return Side(residual) * clamped * (residual - (0.5 * clamped));
    }

    internal double Slope(double residual) => Side(residual) * Clamp(residual);

    internal double Curvature(double residual) => InTail(residual) ? 0 : Side(residual);

    internal bool InTail(double residual) => Math.Abs(residual) > Delta;

    private double Clamp(double residual) => Math.Max(-Delta, Math.Min(Delta, residual));

    private double Side(double residual) => residual < 0 ? Below : 1;
}
