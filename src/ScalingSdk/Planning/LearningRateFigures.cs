namespace ScalingSdk.Planning;

/// <summary>The figures of the peak learning rate.</summary>
public static class LearningRateFigures
{
    /// <summary>The rate that the spec states.</summary>
    public static FigureKey LearningRate { get; } = FigureKey.Real("learning_rate", "Peak learning rate", "", "training.learning_rate", static plan =>
        plan.LearningRate?.Stated is { } stated ? FigureAnswer.Real(stated, Basis.Given()) : null);

    /// <summary>One law's rate inside its range.</summary>
    public static FigureKey ProposedLearningRate { get; } = FigureKey.Real("proposed_learning_rate", "Proposed peak learning rate", "", static plan =>
        plan.LearningRate is { IsPoint: true, Answers: var answers } ? By(answers[0]) : null);

    /// <summary>The lower end of the proposal.</summary>
    public static FigureKey ProposedLearningRateLow { get; } = FigureKey.Real("proposed_learning_rate_low", "Proposed peak learning rate, lower end", "", static plan =>
        plan.LearningRate is { IsPoint: false } rate ? By(rate.Answers.First(answer => answer.Rate.Equals(rate.Low))) : null);

    /// <summary>The upper end of the proposal.</summary>
    public static FigureKey ProposedLearningRateHigh { get; } = FigureKey.Real("proposed_learning_rate_high", "Proposed peak learning rate, upper end", "", static plan =>
        plan.LearningRate is { IsPoint: false } rate ? By(rate.Answers.First(answer => answer.Rate.Equals(rate.High))) : null);

    internal static FigureKey[] All { get; } = [LearningRate, ProposedLearningRate, ProposedLearningRateLow, ProposedLearningRateHigh];

    private static FigureAnswer By(LearningRateAnswer answer) => FigureAnswer.Real(answer.Rate,
        Basis.By(answer.Source, "", RunFigures.Tokens)) with { Outside = answer.Outside };
}
