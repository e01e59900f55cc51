namespace ScalingSdk.Fitting.Data;

/// <summary>The loss of one run by step.</summary>
public sealed record TrainingCurve
{
    /// <summary>The run's name.</summary>
    public required string Name { get; init; }

    /// <summary>Steps, ascending.</summary>
    public required IReadOnlyList<double> Steps { get; init; }

    /// <summary>Losses in nats per token at those steps.</summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>Learning rates at those steps, where the log has them.</summary>
    public IReadOnlyList<double>? LearningRates { get; init; }

    /// <summary>Tokens seen at those steps, where the log has them.</summary>
    public IReadOnlyList<double>? Tokens { get; init; }

    /// <summary>Tokens of a step, where the log or its reader states them.</summary>
    public double? TokensPerStep { get; init; }

    /// <summary>N of the model, where the log or its reader states it.</summary>
    public double? Parameters { get; init; }

    /// <summary>The curve without its first steps.</summary>
    public TrainingCurve After(double warmUpSteps)
    {
        var kept = Enumerable.Range(0, Steps.Count).Where(i => Steps[i] >= warmUpSteps).ToArray();
        return this with
        {
            Steps = [.. kept.Select(i => Steps[i])],
            Losses = [.. kept.Select(i => Losses[i])],
            LearningRates = LearningRates is { } rates ? [.. kept.Select(i => rates[i])] : null,
            Tokens = Tokens is { } tokens ? [.. kept.Select(i => tokens[i])] : null,
        };
    }

    /// <summary>The finished run: the loss is the mean of the last points, as many as given.</summary>
    public TrainingRun Finish(double parameters, double tokensPerStep, int lastPoints = 1)
    {
        var count = Math.Max(1, Math.Min(lastPoints, Losses.Count));
        return new()
        {
            Parameters = parameters,
            Tokens = tokensPerStep * Steps[Steps.Count - 1],
            Steps = Steps[Steps.Count - 1],
            Loss = Losses.Skip(Losses.Count - count).Average(),
            Name = Name,
        };
    }
}
