namespace ScalingSdk.Fitting.Fits;

/// <summary>A constant of a fitted law.</summary>
/// <param name="Name">Its name in the form's equation.</param>
/// <param name="Value">Its value at the optimum.</param>
/// <param name="StandardError">
/// From the curvature at the optimum and the size of the residuals: a first look, the bootstrap is the interval. Infinite where
/// the runs do not move it at all.
/// </param>
/// <param name="WhyNotIdentified">Why the value means nothing, and which run would change that; null where it is identified.</param>
public sealed record FittedConstant(string Name, double Value, double StandardError, string? WhyNotIdentified)
{
    /// <summary>True where the runs determine the constant.</summary>
    public bool Identified => WhyNotIdentified is null;
}
