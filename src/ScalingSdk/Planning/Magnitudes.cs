using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>Sizes, tokens, compute and rates that no training run of a language model has: mostly a unit was left out, or another quantity was stated.</summary>
internal static class Magnitudes
{
    /// <summary>The smallest model of a published scaling study has 768 parameters; the largest that is known has a few times 1e12.</summary>
    public const double FewestParameters = 500, MostParameters = 1e14;

    /// <summary>The shortest run of a scaling study has 10M tokens; all text that people have published is estimated at about 1e15.</summary>
    public const double FewestTokens = 10_000, MostTokens = 1e15;

    /// <summary>Fine-tuning takes few examples.</summary>
    public const double FewestTokensOfFineTuning = 500;

    /// <summary>The largest runs that are known took about 5e26 FLOP.</summary>
    public const double MostFlops = 1e29;

    /// <summary>Published peak rates end at 0.02 (Muon); at 1 a step of Adam moves every weight by more than its own size.</summary>
    public const double HighestRate = 1;

    /// <summary>The lowest published peak rate of pre-training is 7e-6 (Galactica 120B).</summary>
    public const double LowestRate = 1e-6, LowestPublished = 7e-6;

    /// <summary>The lowest published rate is 15 times below the middle of published runs of its size (Galactica 120B).</summary>
    public const double MostBelow = 50;

    /// <summary>Counting how often each token occurs reaches about 7 nats: no run has its end above.</summary>
    public const double HighestTarget = 6;

    /// <summary>GPT-3 has 1.7 tokens per parameter, Qwen3 0.6B 60,000; experiments with models of a few thousand parameters have up to some 100,000.</summary>
    private const double FewestPerParameter = 1e-3, MostPerParameter = 1e5, MostPerParameterOfSmall = 1e6;

    /// <summary>Below it a model is an experiment.</summary>
    public const double SmallSize = 1e6;

    // The longest run that is known has 40T tokens.
    private const double LongRun = 1e14;

    /// <summary>Runs over tiny data sets have a few thousand epochs.</summary>
    private const double MostEpochs = 10_000;

    /// <summary>True where the size, the tokens, the compute or the loss to reach are none that a run has: what laws say there is no advice.</summary>
    public static bool AreOfNoRun(TrainingSpec spec) => IsNoSize(spec) || AreNoTokens(spec) || AreNoUnique(spec) || OffRatio(spec) is not null || spec.Budget.Flops is { Value: > MostFlops } || spec.Budget.TargetLoss is { Value: > HighestTarget };

    /// <summary>A nominal size, or the active part of one.</summary>
    public static bool IsNoSize(TrainingSpec spec) =>
        spec is { Model: null, Size: { Nominal: true } size } && (size.Active.Count < FewestParameters || size.Total.Count is < FewestParameters or > MostParameters);

    /// <summary>Tokens as the spec states them.</summary>
    public static bool AreNoTokens(TrainingSpec spec) => spec.Data.Tokens is { Value: var tokens } && (tokens < Fewest(spec) || tokens > MostTokens);

    /// <summary>Unique tokens that are too few to train on, or that no run repeats so often.</summary>
    public static bool AreNoUnique(TrainingSpec spec) => spec.Data.UniqueTokens is { Value: var unique }
        && !AreNoTokens(spec) && (unique < Fewest(spec) || StatedRun.Tokens(spec) / unique > MostEpochs);

    /// <summary>
    /// The size and the tokens of a run that has far too few or too many tokens for its size, each stated or left by the compute of the
    /// budget; null where there is no such run, and where the size or the tokens alone are a finding already.
    /// </summary>
    public static (double Size, double Tokens)? OffRatio(TrainingSpec spec)
    {
        if (IsNoSize(spec) || AreNoTokens(spec) || AreNoUnique(spec) || spec.Training.Start is { Value: TrainingStart.Pretrained })
            return null;
        var (tokens, flops) = (StatedRun.Tokens(spec), spec.Budget.Flops?.Value);
        var run = (Size: spec.Size?.Active.Count ?? flops / (6 * tokens), Tokens: tokens ?? flops / (6 * spec.Size?.Active.Count));
        return run is ({ } size, { } count)
            && (count / size < FewestPerParameter || (size < SmallSize && count / size > MostPerParameterOfSmall) || (count > LongRun && count / size > MostPerParameter))
                ? (size, count)
                : null;
    }

    private static double Fewest(TrainingSpec spec) => spec.Training.Start is { Value: TrainingStart.Pretrained } ? FewestTokensOfFineTuning : FewestTokens;
}
