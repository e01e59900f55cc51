using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>Sizes, tokens, compute and rates that no training run of a language model has: mostly a unit was left out, or another quantity was stated.</summary>
internal static class Magnitudes
{
    /// <summary>The smallest model of a published scaling study has 768 parameters; the largest that is known has a few times 1e12.</summary>
    public const double FewestParameters = 500, MostParameters = 1e14;

    /// <summary>The shortest run of a scaling study has 10M tokens; all text that people have published is estimated at about 1e15.</summary>
    public const double FewestTokens = 10_000, MostTokens = 1e16;

    /// <summary>Fine-tuning takes few examples.</summary>
    public const double FewestTokensOfFineTuning = 500;

    /// <summary>The largest runs that are known took about 5e26 FLOP.</summary>
    public const double MostFlops = 1e29;

    /// <summary>Published peak rates end at 0.02 (Muon); at 1 a step of Adam moves every weight by more than its own size.</summary>
    public const double HighestRate = 1;

    /// <summary>The lowest published peak rate of pre-training is 7e-6 (Galactica 120B).</summary>
    public const double LowestRate = 1e-6;

    /// <summary>Counting how often each token occurs reaches about 7 nats: no run has its end above.</summary>
    public const double HighestTarget = 6;

    /// <summary>True where the size, the tokens, the compute or the loss to reach are none that a run has: what laws say there is no advice.</summary>
    public static bool AreOfNoRun(TrainingSpec spec) => IsNoSize(spec) || AreNoTokens(spec) || spec.Budget.Flops is { Value: > MostFlops } || spec.Budget.TargetLoss is { Value: > HighestTarget };

    /// <summary>A nominal size, or the active part of one.</summary>
    public static bool IsNoSize(TrainingSpec spec) =>
        spec is { Model: null, Size: { Nominal: true } size } && (size.Active.Count < FewestParameters || size.Total.Count is < FewestParameters or > MostParameters);

    /// <summary>Tokens as the spec states them.</summary>
    public static bool AreNoTokens(TrainingSpec spec) => spec.Data.Tokens is { Value: var tokens } && (tokens < Fewest(spec) || tokens > MostTokens);

    private static double Fewest(TrainingSpec spec) => spec.Training.Start is { Value: TrainingStart.Pretrained } ? FewestTokensOfFineTuning : FewestTokens;
}
