using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;

namespace ScalingSdk.Web.Sliders;

/// <summary>What can be moved about a run, and how one follows from the others: 6ND operations are devices times days times their speed.</summary>
internal sealed record Levers(double Parameters, double Tokens, double Devices, double Days)
{
    /// <summary>FLOP of one device in a day, as the plan has it; 0 where it has no devices.</summary>
    public double FlopsPerDeviceDay { get; init; }

    public bool HasDevices => FlopsPerDeviceDay > 0;

    public double Flops => 6 * Parameters * Tokens;

    /// <summary>The levers of a plan; null where it has no run, no law of the loss, or experts, of which dense laws do not know.</summary>
    public static Levers? Of(TrainingPlan plan)
    {
        if (plan.Run is not { } run || plan.Optimum is null || plan.Loss is not { Loss.HasValue: true } || plan.Size.Counts.IsRouted)
            return null;
        var (size, tokens) = (plan.Size.Counts.Active.Count, run.Tokens.Count);
        if (plan.Find(HardwareFigures.Days) is not { Value: > 0 } days)
            return new(size, tokens, 0, 0);
        var devices = plan.Spec.Hardware.Count?.Value ?? 1;
        return new(size, tokens, devices, days.Value) { FlopsPerDeviceDay = 6 * size * tokens / (devices * days.Value) };
    }

    /// <summary>Another size: with a budget of time the tokens follow, otherwise the time.</summary>
    public Levers WithParameters(double parameters, bool keepsTime) => keepsTime && HasDevices
        ? this with { Parameters = parameters, Tokens = Tokens * Parameters / parameters }
        : TimeFollows(this with { Parameters = parameters });

    /// <summary>Other tokens: the time follows.</summary>
    public Levers WithTokens(double tokens) => TimeFollows(this with { Tokens = tokens });

    /// <summary>Other devices: with a budget of time the tokens follow, otherwise the time.</summary>
    public Levers WithDevices(double devices, bool keepsTime) => keepsTime
        ? this with { Devices = devices, Tokens = Tokens * devices / Devices }
        : TimeFollows(this with { Devices = devices });

    /// <summary>Another time: the tokens follow.</summary>
    public Levers WithDays(double days) => this with { Days = days, Tokens = Tokens * days / Days };

    /// <summary>The loss by the plan's own law, repeated tokens at their worth.</summary>
    public Answer<PredictedLoss> Loss(TrainingPlan plan)
    {
        var size = NominalSize.Of(new TotalParameters(Parameters));
        var (law, unique) = (plan.Loss!.Law, plan.Spec.Data.UniqueTokens);
        if (unique is null || Tokens <= unique.Value)
            return law.Loss(size, new Tokens(Tokens));
        var worth = plan.Spec.Laws.RepeatedData.EffectiveTokens(new Tokens(Tokens), plan.Run!.Unique);
        return worth.HasValue ? law.Loss(size, worth.Value) : Answer<PredictedLoss>.None(worth.WhyNone!);
    }

    /// <summary>The best loss for this compute by the same law, and its size; null where the law has none, or there are too few unique tokens for it.</summary>
    public (double Parameters, double Loss)? Best(TrainingPlan plan)
    {
        if (plan.Optimum!.Law.Allocate(new TrainingFlops(Flops)) is not { HasValue: true } best || best.Value.Tokens.Count > (plan.Spec.Data.UniqueTokens?.Value ?? double.PositiveInfinity))
            return null;
        var loss = plan.Loss!.Law.Loss(NominalSize.Of(new TotalParameters(best.Value.Parameters)), best.Value.Tokens);
        return loss.HasValue ? (best.Value.Parameters, loss.Value.NatsPerToken) : null;
    }

    private static Levers TimeFollows(Levers moved) => moved.HasDevices
        ? moved with { Days = moved.Flops / (moved.FlopsPerDeviceDay * moved.Devices) }
        : moved;
}
