using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting;

/// <summary>How run logs are read.</summary>
public sealed record RunReaderOptions
{
    /// <summary>Columns by field where their names do not say it: <c>["loss"] = "c4_en_ce"</c>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the N column counts; null takes it from the column's name, else assumes active parameters and says so.</summary>
    public ParameterConvention? Convention { get; init; }

    /// <summary>Rows of fewer optimiser steps are dropped as warm-up.</summary>
    public double WarmUpSteps { get; init; }

    /// <summary>Drop the rows that an <c>outlier</c> column flags.</summary>
    public bool DropFlagged { get; init; }

    /// <summary>Where the text comes from, for messages.</summary>
    public string Source { get; init; } = "runs";

    /// <summary>The most characters that are read.</summary>
    public int MaxLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most rows that are read.</summary>
    public int MaxRows { get; init; } = 200_000;
}
