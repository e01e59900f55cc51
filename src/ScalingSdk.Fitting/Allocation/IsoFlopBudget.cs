using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Allocation;

/// <summary>Why a budget gives no minimum.</summary>
public enum IsoFlopRefusal
{
    /// <summary>Fewer than four sizes: three always lie on a parabola.</summary>
    TooFewSizes,

    /// <summary>The parabola opens downwards.</summary>
    Concave,

    /// <summary>The minimum lies outside the sizes that were trained: extrapolated, not observed.</summary>
    EdgeMinimum,
}

/// <summary>The runs of one compute budget and the parabola through them.</summary>
public sealed record IsoFlopBudget
{
    /// <summary>The budget in FLOP.</summary>
    public required double Compute { get; init; }

    /// <summary>Its runs.</summary>
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    /// <summary>Why it gives no minimum; null where it does.</summary>
    public IsoFlopRefusal? Refusal { get; init; }

    /// <summary>N at the minimum; NaN where refused.</summary>
    public double Parameters { get; init; } = double.NaN;

    /// <summary>D at the minimum, C / (6 N); NaN where refused.</summary>
    public double Tokens => Compute / (6 * Parameters);

    /// <summary>The loss at the minimum; NaN where refused.</summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>How far N may be off for a loss 1 % above the minimum: 2 is a factor of two to each side; NaN where refused.</summary>
    public double Flatness { get; init; } = double.NaN;
}
