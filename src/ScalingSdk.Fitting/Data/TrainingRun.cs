namespace ScalingSdk.Fitting.Data;

/// <summary>One finished training run: what a law is fitted to.</summary>
public sealed record TrainingRun
{
    /// <summary>Parameters, in the convention of the set that the run belongs to.</summary>
    public required double Parameters { get; init; }

    /// <summary>Tokens processed: every epoch counts.</summary>
    public required double Tokens { get; init; }

    /// <summary>Final loss in nats per token.</summary>
    public required double Loss { get; init; }

    /// <summary>Training compute in FLOP; 6 N D where the data did not say.</summary>
    public double Compute
    {
        get => field > 0 ? field : 6 * Parameters * Tokens;
        init;
    }

    /// <summary>Distinct tokens, where the run repeats its data.</summary>
    public double? UniqueTokens { get; init; }

    /// <summary>Optimiser steps.</summary>
    public double? Steps { get; init; }

    /// <summary>Experts per routed layer; 1 is a dense model.</summary>
    public double? Experts { get; init; }

    /// <summary>Which corpus the run was trained on, where there are several.</summary>
    public string? Corpus { get; init; }

    /// <summary>How much the run counts; 1 unless stated.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Runs of one group share an error (a size, a seed, a cluster) and are resampled together.</summary>
    public string? Group { get; init; }

    /// <summary>The run's name in its log.</summary>
    public string? Name { get; init; }

    /// <summary>The value of the column by which runs are fitted apart.</summary>
    public string? Part { get; init; }

    /// <summary>The line of the file it was read from, from 1; 0 where it was not read from a file.</summary>
    public int Line { get; init; }
}
