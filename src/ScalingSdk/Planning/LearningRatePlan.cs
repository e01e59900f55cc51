using ScalingSdk.Hardware.Memory;
using ScalingSdk.Laws;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The peak learning rate: the band of published runs with laws beside it; with experts, and where the spec names one, a law's own.</summary>
public sealed record LearningRatePlan
{
    /// <summary>The rate that the spec states; null where it does not.</summary>
    public required double? Stated { get; init; }

    /// <summary>The lower end of the proposal; none where nothing is proposed.</summary>
    public required Answer<double> Low { get; init; }

    /// <summary>The upper end of the proposal; equal to <see cref="Low"/> where one law answers.</summary>
    public required Answer<double> High { get; init; }

    /// <summary>The middle of the band of published runs, or the one law's rate; none where nothing is proposed.</summary>
    public required Answer<double> Middle { get; init; }

    /// <summary>What published runs like this one used, whichever law the spec names: the middle of their band, or the law of models with experts.</summary>
    public required Answer<double> Usual { get; init; }

    /// <summary>What laws say within ten times their range, beside the band.</summary>
    public IReadOnlyList<Answer<double>> Beside { get; init; } = [];

    /// <summary>True where the proposal is one law's value.</summary>
    public bool IsPoint => Middle.HasValue && Low.HasValue && Low.Value.Equals(High.Value);

    /// <summary>Why nothing is proposed, as a clause; null where something is.</summary>
    public string? WhyNone => Middle.WhyNone;

    /// <summary>How far outside its range a law is still shown beside the band.</summary>
    private const double Near = 10;

    internal static LearningRatePlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, BatchPlan batch, RecipePlan? recipe)
    {
        var stated = spec.Training.LearningRate?.Value;
        if (run is null || (!size.LawsApply && stated is null))
            return null;
        if (!size.LawsApply)
        {
            var none = Answer<double>.None("the laws were measured on decoders that train from scratch");
            return new LearningRatePlan { Stated = stated, Low = none, Middle = none, High = none, Usual = none };
        }

        var (low, usual, high) = Usually(spec.Training, size, run, batch, recipe);
        var named = spec.Laws.LearningRate is { } chosen ? WhyOther(spec.Training.Parametrization) is { } other ? Answer<double>.None(other) : chosen.LearningRate(size.Counts.WithScale, run.Tokens)
            : recipe is { Recipe: { HasValue: true, Value.LearningRate: { } told } answer } ? Answer<double>.Of(told, answer.Outside, answer.Value.RateFrom)
            : default(Answer<double>?);
        if (named is { } rate)
        {
            return new LearningRatePlan { Stated = stated, Low = rate, Middle = rate, High = rate, Usual = usual };
        }

        return new LearningRatePlan
        {
            Stated = stated,
            Low = low,
            Middle = usual,
            High = high,
            Usual = usual,
            Beside = usual.HasValue && !size.Counts.IsRouted
                ? Shown(StepLaw2025.Law.LearningRate(size.Counts.Weights, run.Tokens), ByDeepSeek(size, run))
                : [],
        };
    }

    // What is published of runs like this one: a band of dense ones, a law of those with experts.
    private static (Answer<double> Low, Answer<double> Middle, Answer<double> High) Usually(
        TrainingSection training, SizePlan size, RunPlan run, BatchPlan batch, RecipePlan? recipe)
    {
        if (WhyOther(training, recipe) is { } why)
            return Same(Answer<double>.None(why));
        return size.Counts.IsRouted
            ? Same(Ling2025.Law.LearningRate(new(6 * size.Counts.Active.Count * run.Tokens.Count)))
            : PublishedRates.Law.Of(size.Counts.Active, OverProposed(batch));
    }

    /// <summary>By DeepSeek's C = M D; where no M is known, by 6 N D without embeddings, which leaves attention out.</summary>
    internal static Answer<double> ByDeepSeek(SizePlan size, RunPlan run) => DeepSeek2024.Law.LearningRate(size.Counts.WithScale, run.Tokens);

    private static (Answer<double> Low, Answer<double> Middle, Answer<double> High) Same(Answer<double> rate) => (rate, rate, rate);

    // The batch that the spec states, over the one that the plan would propose.
    private static double OverProposed(BatchPlan batch) =>
        batch is { Stated: { } stated, Proposed: { HasValue: true } proposed } ? stated.Count / proposed.Value.Count : 1;

    /// <summary>Why the rates of published AdamW runs are another quantity than this run's; null where they are not.</summary>
    private static string? WhyOther(TrainingSection training, RecipePlan? recipe) => training switch
    {
        _ when WhyOther(training.Parametrization) is { } why => why,
        { Optimizer.Value: Optimizer.Muon } => $"the laws of the rate are of AdamW; a recipe of Muon has one ({Muon2025.Law.Info.Id}, {Nanochat2026.Law.Info.Id})",
        { Optimizer: { Value: not (Optimizer.AdamW or Optimizer.AdamW8Bit) } optimizer } => $"no law here gives the rate of '{optimizer.Text}'",
        _ when recipe is { Recipe: { HasValue: true, Value.LearningRate: null }, Law.Info.Id: var id } => $"the recipe of {id} takes that of its tuned base model",
        { Optimizer: null } when recipe?.Optimizer is { } named and not (Optimizer.AdamW or Optimizer.AdamW8Bit) => $"no law here gives the rate of {named}",
        _ => null,
    };

    // No law here is of another parametrization than the standard one.
    private static string? WhyOther(Stated<Parametrization>? parametrization) => parametrization?.Value switch
    {
        Parametrization.MuP => "under muP the rate is that of the narrow model it was tuned on (mup-2022)",
        Parametrization.CompleteP => "under CompleteP the rate is that of the small model it was tuned on (completep-2025)",
        _ => null,
    };

    private static Answer<double>[] Shown(Answer<double> one, Answer<double> other) => (IsNear(one), IsNear(other)) switch
    {
        (true, true) => [one, other],
        (true, false) => [one],
        (false, true) => [other],
        _ => [],
    };

    private static bool IsNear(Answer<double> answer) => answer.HasValue && answer.Outside is { Parameters: <= Near, Tokens: <= Near, Compute: <= Near };
}
