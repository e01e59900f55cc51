namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>A constant of a fitted formula.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value at the optimum.</param>
/// <param name="StandardError">From the curvature at the optimum and the residuals; infinite where the runs do not determine it.</param>
/// <param name="Remark">Why the value means little: at a bound, free, or free together with others; null where it is identified.</param>
public sealed record FormulaConstant(string Name, double Value, double StandardError, string? Remark)
{
    /// <summary>The 90 % interval over resamples; null where there are none.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>True where a stated bound holds it.</summary>
    public bool IsAtBound { get; init; }

    /// <summary>True where the runs determine it.</summary>
    public bool Identified => Remark is null;
}
