using ScalingSdk.Laws;

namespace ScalingSdk.Fitting.Answers;

/// <summary>The best run for a compute budget, by a fit.</summary>
public sealed record OptimumAnswer
{
    /// <summary>The budget in FLOP, C = 6 N D.</summary>
    public required double Compute { get; init; }

    /// <summary>How many times the compute of the largest run the budget is; at most 1 within the runs.</summary>
    public required double Beyond { get; init; }

    /// <summary>N_opt, in the convention of the runs.</summary>
    public required Estimate Parameters { get; init; }

    /// <summary>D_opt = C / (6 N_opt).</summary>
    public required Estimate Tokens { get; init; }

    /// <summary>D_opt / N_opt.</summary>
    public required Estimate TokensPerParameter { get; init; }

    /// <summary>The loss of that size, the mean over runs, in nats per token.</summary>
    public required Estimate Loss { get; init; }

    /// <summary>Where the loss of one new run lies: the interval of the mean, and the scatter of the runs about the law.</summary>
    public Interval? NewRun { get; init; }

    /// <summary>How much more compute reaches the same loss with a size 10 % off N_opt, as a share; null where the form has no closed answer.</summary>
    public double? CostOfSizeOff { get; init; }
}
