namespace ScalingSdk.Fitting.Fits;

/// <summary>What a finding is about.</summary>
public enum FitFindingKind
{
    /// <summary>A constant that the runs do not determine.</summary>
    NotIdentified,

    /// <summary>Runs that the form cannot use.</summary>
    RunsLeftOut,

    /// <summary>The solver stopped before the gradient vanished.</summary>
    NotConverged,

    /// <summary>Another minimum is nearly as good: the answer hangs on few runs.</summary>
    RivalMinimum,

    /// <summary>The residuals are far above the noise between seeds: the form misses, not the noise.</summary>
    LackOfFit,

    /// <summary>Runs that the law misses by far more than the others.</summary>
    Outliers,

    /// <summary>A method has a known bias on such data.</summary>
    Bias,

    /// <summary>A budget or a group was refused.</summary>
    Refused,

    /// <summary>There are few units to resample, and an interval does not cover what the runs of one share.</summary>
    FewUnits,
}

/// <summary>What a user must know about a fit before trusting a number of it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">A sentence without final period.</param>
public sealed record FitFinding(FitFindingKind Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
