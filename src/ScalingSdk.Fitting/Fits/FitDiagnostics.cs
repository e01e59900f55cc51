namespace ScalingSdk.Fitting.Fits;

/// <summary>How a fit ended.</summary>
public sealed record FitDiagnostics
{
    /// <summary>The sum of penalties at the optimum.</summary>
    public required double Objective { get; init; }

    /// <summary>The largest component of the gradient there.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>True where no step can lower the objective by more than rounding.</summary>
    public required bool Converged { get; init; }

    /// <summary>The condition number of the Hessian in the parameters of the paper: ln E, ln A, ln B, alpha, beta.</summary>
    public required double ConditionNumber { get; init; }

    /// <summary>The objective of the next minimum: of the other starts, and of the form without one of its terms; null where none was met.</summary>
    public required double? NextMinimum { get; init; }

    /// <summary>What the next minimum is, as a noun; null where there is none.</summary>
    public required string? NextMinimumIs { get; init; }

    /// <summary>How many starts were made, and how many reached the optimum.</summary>
    public required (int Made, int Reached) Starts { get; init; }

    /// <summary>Runs whose residual costs linearly.</summary>
    public required int RunsInTails { get; init; }

    /// <summary>Root of the mean square of the residuals of ln loss.</summary>
    public required double RootMeanSquare { get; init; }

    /// <summary>The noise of ln loss that standard errors assume: the median residual where the penalty is robust.</summary>
    public required double Noise { get; init; }

    /// <summary>The noise between runs that repeat N and D, or the stated one; null where there is neither.</summary>
    public required double? SeedNoise { get; init; }
}
