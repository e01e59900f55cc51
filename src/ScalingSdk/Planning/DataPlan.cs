using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>What the laws say of a run's tokens for its size: the data verdict reads it, and computes nothing.</summary>
public sealed record DataPlan
{
    /// <summary>Where the spec states the tokens that the verdict is about.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Distinct tokens, stated or assumed to equal the tokens.</summary>
    public required UniqueTokens Unique { get; init; }

    /// <summary>Distinct tokens of the data set: more than <see cref="Unique"/> where the run ends before it has seen them all.</summary>
    internal UniqueTokens Available { get; init; }

    /// <summary>True where the spec does not state the unique tokens.</summary>
    public required bool UniqueAssumed { get; init; }

    /// <summary>The unique tokens: quoted as the spec writes them, bare where they were derived.</summary>
    public required string UniqueText { get; init; }

    /// <summary>True where nothing in the spec says how long the run is.</summary>
    public required bool LengthAssumed { get; init; }

    /// <summary>Tokens processed, over all epochs.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>Kaplan's count of the model, active where routed.</summary>
    public required NonEmbeddingWeights Weights { get; init; }

    /// <summary>The overfitting law's id.</summary>
    public required string Law { get; init; }

    /// <summary>What the overfitting law answers to the size.</summary>
    public required Answer<UniqueTokens> ThresholdAnswer { get; init; }

    /// <summary>What the overfitting law answers to size and unique tokens: the loss above that of unlimited data.</summary>
    public required Answer<double> PenaltyAnswer { get; init; }

    /// <summary>What the overfitting law answers to the unique tokens: the largest count in its own convention.</summary>
    public required Answer<double> LargestModelAnswer { get; init; }

    /// <summary>What the law of repeated tokens answers to tokens and unique tokens.</summary>
    public required Answer<Tokens> EffectiveTokensAnswer { get; init; }

    /// <summary>What the law of repeated tokens answers to the last token.</summary>
    public required Answer<double> LastTokenAnswer { get; init; }

    /// <summary>Unique tokens that the overfitting law asks for.</summary>
    public required UniqueTokens Threshold { get; init; }

    /// <summary>How far the threshold lies outside the range of its law.</summary>
    public required Extrapolation ThresholdOutside { get; init; }

    /// <summary>How far the best loss stays above that of unlimited data: 0.036 is 3.6 %.</summary>
    public required double Penalty { get; init; }

    /// <summary>The largest model for these unique tokens, in the overfitting law's convention.</summary>
    public required NonEmbeddingWeights LargestModel { get; init; }

    /// <summary>The allocation law's id.</summary>
    public required string AllocationLaw { get; init; }

    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public required Tokens OptimalTokens { get; init; }

    /// <summary>How far outside the range of its law the compute-optimal number lies.</summary>
    internal Extrapolation OptimalOutside { get; init; }

    /// <summary>How far outside the range of the allocation law the run itself lies.</summary>
    internal Extrapolation RunOutside { get; init; }

    /// <summary>How far outside the range of its law the value of the repeated tokens lies.</summary>
    internal Extrapolation RepeatedOutside => EffectiveTokensAnswer.Outside.And(LastTokenAnswer.Outside);

    /// <summary>The law of repeated tokens.</summary>
    public required string RepeatedLaw { get; init; }

    /// <summary>Fresh tokens that the run's tokens equal; the tokens themselves in a single pass.</summary>
    public required Tokens EffectiveTokens { get; init; }

    /// <summary>The value of the last token as a share of a unique token, from 1 to 0.</summary>
    public required double LastTokenWorth { get; init; }

    /// <summary>The loss in nats per token that the epochs after 16 buy (muennighoff-2023); null up to 16 epochs or under another law.</summary>
    public required double? GainAfterSixteen { get; init; }

    /// <summary>r: effective tokens over the compute-optimal tokens of the active parameters; 0 where the law gives no optimum.</summary>
    public required double OptimalRatio { get; init; }

    /// <summary>Unique tokens per parameter, all experts counted: what memorising depends on.</summary>
    public required double UniquePerParameter { get; init; }

    /// <summary>About how many epochs lower the validation loss.</summary>
    public required EpochsTurn Turn { get; init; }

    /// <summary>
    /// Epochs about which the validation loss turned up in public runs with so few unique tokens per parameter. Null where none rose,
    /// at <see cref="EpochsTurn.NoRise"/> unique tokens per parameter and above.
    /// </summary>
    public double? RiseEpochs => UniquePerParameter < EpochsTurn.NoRise ? RoundTo12(EpochsTurn.PublicRuns(UniquePerParameter)) : null;

    /// <summary>False past the epochs at which the loss is expected to rise: the law of repeated tokens can only saturate, and no loss is predicted.</summary>
    public bool LawHolds => !EpochsStated || Epochs <= 1 || Epochs <= Math.Min(Turn.Suspect, Turn.Certain);

    /// <summary>Rows of the model's vocabulary; null where it is not known. The laws count BPE tokens.</summary>
    public required long? VocabularySize { get; init; }

    /// <summary>The share of this run's compute that the cheapest run to the same loss would save.</summary>
    public required double ComputeSaved { get; init; }

    /// <summary>Size and tokens of the cheapest run to the same loss; null where the allocation law predicts no loss.</summary>
    public required (ActiveParameters Size, Tokens Tokens)? Cheapest { get; init; }

    /// <summary>Tokens over unique tokens.</summary>
    public double Epochs => Tokens.Count / Unique.Count;

    internal static DataPlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, bool byMuon = false)
    {
        if (run is null || !size.LawsApply)
            return null;
        var (law, allocation, repeated) = (spec.Laws.Overfitting, spec.Laws.Allocation, spec.Laws.RepeatedData);
        var threshold = law.Threshold(size.Counts);
        var penalty = law.Penalty(size.Counts, run.Unique);
        var largest = law.LargestModel(run.Unique);
        if (!threshold.HasValue || !penalty.HasValue || !largest.HasValue)
            return null;
        var optimal = allocation.OptimalTokens(size.Counts);
        var effective = repeated.EffectiveTokens(run.Tokens, run.Unique);
        var last = repeated.MarginalWorth(run.Tokens, run.Unique);
        var worth = effective.HasValue ? effective.Value : run.Tokens;
        var perParameter = run.Unique.Count / size.Counts.Total.Count;
        return new DataPlan
        {
            Origin = run.Origin,
            Unique = run.Unique,
            Available = new(Math.Max(run.Unique.Count, spec.Data.UniqueTokens?.Value ?? 0)),
            UniqueAssumed = run.UniqueAssumed,
            UniqueText = run.UniqueText,
            LengthAssumed = run.LengthAssumed,
            Tokens = run.Tokens,
            Weights = size.Counts.Weights,
            Law = law.Info.Id,
            ThresholdAnswer = threshold,
            PenaltyAnswer = penalty,
            LargestModelAnswer = largest,
            EffectiveTokensAnswer = effective,
            LastTokenAnswer = last,
            Threshold = new(RoundTo12(threshold.Value.Count)),
            ThresholdOutside = threshold.Outside,
            Penalty = Cancellation.Part(penalty.Value),
            LargestModel = new(RoundTo12(largest.Value)),
            AllocationLaw = allocation.Info.Id,
            OptimalTokens = new(optimal.HasValue ? RoundTo12(optimal.Value.Count) : 0),
            OptimalOutside = optimal.Outside,
            RunOutside = allocation.Info.Range.OfRun(size.Counts.Active.Count, worth.Count),
            RepeatedLaw = repeated.Info.Id,
            EffectiveTokens = new(RoundTo12(worth.Count)),
            LastTokenWorth = RoundTo12(last.Value),
            GainAfterSixteen = GainAfter(16, repeated, size, run),
            OptimalRatio = optimal.HasValue ? RoundTo12(worth.Count / optimal.Value.Count) : 0,
            UniquePerParameter = RoundTo12(perParameter),
            Turn = EpochsTurn.Of(spec.Training, size.Counts, run.Unique) with { ByMuon = byMuon },
            VocabularySize = size.Model?.VocabularySize,
            ComputeSaved = RoundTo12(CheapestRun.Saving(allocation, size.Counts.Active, worth)),
            Cheapest = CheapestRun.AsGoodAs(allocation, size.Counts.Active, worth),
        };
    }

    private static double? GainAfter(double epochs, Muennighoff2023 law, SizePlan size, RunPlan run)
    {
        if (run.Epochs <= epochs)
            return null;
        var before = law.Loss(size.Counts, new(run.Unique.Count * epochs), run.Unique);
        var after = law.Loss(size.Counts, run.Tokens, run.Unique);
        return before.HasValue && after.HasValue ? Cancellation.Difference(before.Value.NatsPerToken, after.Value.NatsPerToken) : null;
    }

    /// <summary>True where the spec states how often the tokens repeat.</summary>
    public bool EpochsStated => !UniqueAssumed && !LengthAssumed;

    internal string UniqueKind => UniqueAssumed ? "tokens (unique tokens are assumed to equal them)" : "unique tokens";
}
