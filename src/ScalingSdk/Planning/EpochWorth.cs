using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>What a number of epochs over the unique tokens is worth for the model of the plan (muennighoff-2023).</summary>
/// <param name="Epochs">Passes over the unique tokens.</param>
/// <param name="Tokens">Tokens processed.</param>
/// <param name="Worth">Fresh tokens that they equal.</param>
/// <param name="Loss">The loss at their end, in nats per token of muennighoff-2023.</param>
/// <param name="FreshLoss">The loss if all of them were fresh, of the same constants.</param>
/// <param name="LastToken">The value of the last token as a share of a unique token.</param>
/// <param name="DeviceHours">Device-hours at the middle of the utilization; null where no devices are stated.</param>
public sealed record EpochWorth(
    double Epochs, Tokens Tokens, Tokens Worth, PredictedLoss Loss, PredictedLoss FreshLoss, double LastToken, double? DeviceHours)
{
    private static readonly double[] Usual = [1, 2, 4, 8, 16, 40];

    internal static IReadOnlyList<EpochWorth> Of(TrainingPlan plan)
    {
        // Where size and unique tokens conflict there is no run, and what epochs are worth is what to decide by.
        if ((plan.Data is { UniqueAssumed: false } data ? data.Unique : plan.Conflict is { } conflict ? new UniqueTokens(conflict.Unique.Value) : default(UniqueTokens?)) is not { } unique)
            return [];
        var law = plan.Spec.Laws.RepeatedData;
        var rows = new List<EpochWorth>();
        var turn = EpochsTurn.Of(plan.Spec.Training, plan.Size.Counts, unique);
        var own = plan.Data is { Epochs: > 1 and var epochs } ? epochs : double.PositiveInfinity;
        foreach (var usual in Usual)
        {
            if (own < usual)
                Add(own);
            Add(usual);
        }

        if (own < double.PositiveInfinity)
            Add(own);
        return rows;

        void Add(double passes)
        {
            if (passes <= Math.Min(turn.Suspect, turn.Certain) && At(law, plan, unique, passes) is { } row)
                rows.Add(row);
            own = passes.Equals(own) ? double.PositiveInfinity : own;
        }
    }

    // Null where the law does not answer all of it.
    private static EpochWorth? At(Muennighoff2023 law, TrainingPlan plan, UniqueTokens unique, double epochs)
    {
        var n = plan.Size.Counts;
        var tokens = new Tokens(unique.Count * epochs);
        var (worth, marginal) = (law.EffectiveTokens(tokens, unique), law.MarginalWorth(tokens, unique));
        var (loss, fresh) = (law.Loss(n, tokens, unique), law.Loss(n, tokens, new UniqueTokens(tokens.Count)));
        if (!(worth.HasValue && marginal.HasValue && loss.HasValue && fresh.HasValue) || !LossPlan.IsLoss(loss.Value, plan.Size))
            return null;
        var hours = plan.Hardware?.Estimate?.DeviceHours.Mid * (tokens.Count / plan.Run?.Tokens.Count);
        return new(epochs, tokens, worth.Value, loss.Value, fresh.Value, marginal.Value, hours);
    }
}
