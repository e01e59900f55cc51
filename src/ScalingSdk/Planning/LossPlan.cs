using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The loss at the end of the run, under one constant set.</summary>
public sealed record LossPlan
{
    /// <summary>Rows of a vocabulary that is not known.</summary>
    private const long UsualVocabulary = 32_000;

    /// <summary>The law that predicts it.</summary>
    public required ILossLaw Law { get; init; }

    /// <summary>The loss of a run whose schedule ends at these tokens.</summary>
    public required Answer<PredictedLoss> Loss { get; init; }

    /// <summary>The fresh tokens that it is the loss of: the run's tokens, or what they are worth where they repeat.</summary>
    public required Tokens FreshTokens { get; init; }

    /// <summary>The loss on another distribution: this loss and the measured offset (kaplan-2020 sec. 3.2.2); null where none was measured.</summary>
    public double? OtherLoss { get; init; }

    /// <summary>Whether a model has such a loss: one that gives every token the same probability has ln of the vocabulary.</summary>
    internal static bool IsLoss(PredictedLoss loss, SizePlan size) => loss.NatsPerToken <= Math.Log(Math.Max(2, size.Model?.VocabularySize ?? UsualVocabulary));

    internal static LossPlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, DataPlan? data)
    {
        if (run is null || !size.LawsApply || spec.Laws.Allocation.LossLaw is not { } law)
            return null;
        var fresh = data?.EffectiveTokens ?? run.Tokens;
        var loss = data is { LawHolds: false }
            ? Answer<PredictedLoss>.None($"the loss {(data.Epochs > data.Turn.Certain ? "is expected to" : "may")} turn up before the run ends ({EpochsTurn2026.Law.Info.Id}), and no law here predicts it then")
            : ReferenceEquals(law, spec.Laws.RepeatedData) ? spec.Laws.RepeatedData.Loss(size.Counts, run.Tokens, run.Unique)
            : law.Loss(size.Counts, fresh);
        if (loss.HasValue && !IsLoss(loss.Value, size))
            loss = Answer<PredictedLoss>.None($"'{law.Info.Id}' gives {NumberText.Compact(loss.Value.NatsPerToken)} nats per token here, more than a model that has learned nothing");
        return new LossPlan
        {
            Law = law,
            Loss = loss,
            FreshTokens = fresh,
            OtherLoss = loss.HasValue && spec.Transfer is { TrainingLoss: { } own, OtherLoss: { } other }
                && loss.Value.NatsPerToken + other.Value - own.Value is > 0 and var shifted ? shifted : null,
        };
    }
}
