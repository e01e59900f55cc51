using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>The figures of the peak learning rate.</summary>
public static class LearningRateFigures
{
    /// <summary>The rate that the spec states.</summary>
    public static FigureKey LearningRate { get; } = FigureKey.Real("learning_rate", "Peak learning rate", "", "training.learning_rate", static plan =>
        plan.LearningRate?.Stated is { } stated ? FigureAnswer.Real(stated, Basis.Given()) : null);

    /// <summary>One law's rate.</summary>
    public static FigureKey ProposedLearningRate { get; } = FigureKey.Real("proposed_learning_rate", "Proposed peak learning rate", "", static plan =>
        plan.LearningRate is { IsPoint: true } rate ? By(plan, rate.Middle) : null);

    /// <summary>The lower end of the band of published runs.</summary>
    public static FigureKey ProposedLearningRateLow { get; } = FigureKey.Real("proposed_learning_rate_low", "Proposed peak learning rate, lower end", "", static plan =>
        plan.LearningRate is { IsPoint: false } rate ? By(plan, rate.Low) : null);

    /// <summary>The upper end of the band of published runs.</summary>
    public static FigureKey ProposedLearningRateHigh { get; } = FigureKey.Real("proposed_learning_rate_high", "Proposed peak learning rate, upper end", "", static plan =>
        plan.LearningRate is { IsPoint: false } rate ? By(plan, rate.High) : null);

    /// <summary>What step-law-2025 says of this run, within ten times its range.</summary>
    public static FigureKey StepLawLearningRate { get; } = Beside("step_law_learning_rate", StepLaw2025.Law.Info);

    /// <summary>What deepseek-2024 says of this run, within ten times its range.</summary>
    public static FigureKey DeepSeekLearningRate { get; } = Beside("deepseek_learning_rate", DeepSeek2024.Law.Info);

    internal static FigureKey[] All { get; } =
        [LearningRate, ProposedLearningRate, ProposedLearningRateLow, ProposedLearningRateHigh, StepLawLearningRate, DeepSeekLearningRate];

    private static FigureKey Beside(string name, LawInfo law) => FigureKey.Real(name, $"Peak learning rate by {law.Id}", "", plan =>
    {
        // A loop, as wherever answers stand in lists: LINQ over structs is compiled anew in every process.
        foreach (var answer in plan.LearningRate?.Beside ?? [])
        {
            if (answer.Source.Law == law)
                return answer.HasValue ? By(plan, answer) : null;
        }

        return null;
    });

    private static FigureAnswer? By(TrainingPlan plan, Answer<double> answer) => FigureAnswer.Real(answer, static rate => rate,
        answer.Source.Law == PublishedRates.Law.Info
            ? Basis.By(answer.Source, PublishedRates.Law.Info.Facts[0], SizeFigures.Active(plan))
            : Basis.By(answer.Source, "", RunFigures.Tokens));
}
