using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The peak learning rate: one law's value inside its range, otherwise the span of two laws, never one number.</summary>
public sealed record LearningRatePlan
{
    /// <summary>The rate that the spec states; null where it does not.</summary>
    public required double? Stated { get; init; }

    /// <summary>What each law says, the proposal first.</summary>
    public required IReadOnlyList<LearningRateAnswer> Answers { get; init; }

    /// <summary>The lower end of the proposal; equal to <see cref="High"/> where one law answers inside its range.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of the proposal.</summary>
    public required double High { get; init; }

    /// <summary>The larger rate of step-law-2025 and deepseek-2024, whichever law the spec asks: what lies far above both diverges.</summary>
    public required LearningRateAnswer? Larger { get; init; }

    /// <summary>True where the proposal is one law's value inside its range.</summary>
    public bool IsPoint => Low.Equals(High);

    /// <summary>What published runs used, over deepseek-2024: 10 to 90 % of 64 runs.</summary>
    public static Bounds PublishedOverDeepSeek { get; } = new(0.2, 0.8);

    internal static LearningRatePlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, RecipePlan? recipe)
    {
        if (run is null || !size.LawsApply)
            return null;
        List<LearningRateAnswer> answers = [];
        if (recipe is { Recipe: { HasValue: true, Value.LearningRate: { } named } told } && spec.Laws.LearningRate is null)
            answers.Add(new(recipe.Law.Info.Id, named, told.Outside) { Source = told.Value.RateFrom });
        else if (spec.Laws.LearningRate is { } chosen)
            Add(answers, chosen.Info.Id, chosen is DeepSeek2024 ? ByDeepSeek(size, run) : chosen.LearningRate(size.Counts, run.Tokens));
        else
            AddBoth(answers, size, run);
        return answers.Count == 0 ? null : new LearningRatePlan
        {
            Stated = spec.Training.LearningRate?.Value,
            Answers = answers,
            Low = Smaller(answers).Rate,
            High = Greater(answers).Rate,
            Larger = LargerOfBoth(size, run),
        };
    }

    private static void AddBoth(List<LearningRateAnswer> answers, SizePlan size, RunPlan run)
    {
        var step = StepLaw2025.Law.LearningRate(size.Counts.Weights, run.Tokens);
        Add(answers, StepLaw2025.Law.Info.Id, step);
        if (step.HasValue && step.Outside.Inside && !size.Counts.IsRouted)
            return;
        Add(answers, DeepSeek2024.Law.Info.Id, ByDeepSeek(size, run));
    }

    private static LearningRateAnswer? LargerOfBoth(SizePlan size, RunPlan run)
    {
        List<LearningRateAnswer> both = [];
        Add(both, StepLaw2025.Law.Info.Id, StepLaw2025.Law.LearningRate(size.Counts.Weights, run.Tokens));
        Add(both, DeepSeek2024.Law.Info.Id, ByDeepSeek(size, run));
        return both.Count == 0 ? null : Greater(both);
    }

    private static LearningRateAnswer Smaller(List<LearningRateAnswer> answers) => answers.Aggregate(static (low, answer) => answer.Rate < low.Rate ? answer : low);

    private static LearningRateAnswer Greater(List<LearningRateAnswer> answers) => answers.Aggregate(static (high, answer) => answer.Rate > high.Rate ? answer : high);

    /// <summary>By DeepSeek's C = M D; where no M is known, by 6 N D without embeddings, which leaves attention out.</summary>
    internal static Answer<double> ByDeepSeek(SizePlan size, RunPlan run) => size.Counts.FlopsPerToken is null
        ? DeepSeek2024.Law.LearningRate(new NonEmbeddingFlops(6 * size.Counts.NonEmbedding.Count * run.Tokens.Count))
        : DeepSeek2024.Law.LearningRate(size.Counts, run.Tokens);

    private static void Add(List<LearningRateAnswer> answers, string law, Answer<double> answer)
    {
        if (answer.HasValue)
            answers.Add(new(law, answer.Value, answer.Outside) { Source = answer.Source });
    }
}

/// <summary>A peak learning rate by one law, and how far outside its runs.</summary>
public sealed record LearningRateAnswer(string Law, double Rate, Extrapolation Outside)
{
    /// <summary>The law, its equation and the numbers that went in.</summary>
    public Source Source { get; init; }
}
