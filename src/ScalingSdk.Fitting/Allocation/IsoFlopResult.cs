using ScalingSdk.Fitting.Fits;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>IsoFLOP profiles and the power laws through their minima.</summary>
public sealed record IsoFlopResult
{
    /// <summary>Every budget, refused ones with their reason.</summary>
    public required IReadOnlyList<IsoFlopBudget> Budgets { get; init; }

    /// <summary>N_opt(C); null where fewer than three budgets have a minimum.</summary>
    public PowerLawFit? Parameters { get; init; }

    /// <summary>D_opt(C) = C / (6 N_opt); null where fewer than three budgets have a minimum.</summary>
    public PowerLawFit? Tokens { get; init; }

    /// <summary>What to know before trusting a number.</summary>
    public required IReadOnlyList<FitFinding> Findings { get; init; }
}
