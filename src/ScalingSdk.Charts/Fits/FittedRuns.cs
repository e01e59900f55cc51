namespace ScalingSdk.Charts.Fits;

/// <summary>A run that a law was fitted to, and what the law predicts for it.</summary>
internal sealed record FittedRun(double Parameters, double Tokens, double Compute, double Loss, double Predicted, string? Corpus = null);

/// <summary>A fitted law as its charts need it: who fits gives the numbers, this project does not fit.</summary>
internal sealed record FittedRuns
{
    /// <summary>The name of the fitted form.</summary>
    public required string Law { get; init; }

    /// <summary>The runs, or of very many some.</summary>
    public required IReadOnlyList<FittedRun> Runs { get; init; }

    /// <summary>How many runs were fitted, where not all of them are drawn.</summary>
    public int? Of { get; init; }

    /// <summary>The runs that are drawn, in words.</summary>
    internal string Drawn(int count) => Of is { } all ? $"{Text.NumberText.Grouped(count)} of the {Text.NumberText.Grouped(all)} runs, chosen at random" : $"{Text.NumberText.Grouped(count)} runs";

    /// <summary>Root of the mean square of the residuals of ln loss.</summary>
    public required double RootMeanSquare { get; init; }

    /// <summary>The loss that the law predicts for a size and tokens.</summary>
    public required Func<double, double, double> Predict { get; init; }

    /// <summary>The interval of that loss; null where nothing was resampled.</summary>
    public Func<double, double, (double Low, double High)>? Interval { get; init; }

    /// <summary>The share of resamples that lie in the interval.</summary>
    public double Coverage { get; init; } = 0.9;
}
