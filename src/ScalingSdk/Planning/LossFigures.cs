using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>The figures of the predicted loss.</summary>
public static class LossFigures
{
    /// <summary>The loss at the end of the run.</summary>
    public static FigureKey PredictedLoss { get; } = FigureKey.Real("predicted_loss", "Predicted loss", "nats per token", static plan =>
    {
        if (plan.Loss is not { } loss)
            return null;
        var own = ReferenceEquals(loss.Law, plan.Spec.Laws.RepeatedData);
        var basis = Basis.By(loss.Loss.Source, own ? "N' and D' are what size and tokens are worth with these unique tokens" : $"a schedule that ends at D = {Compact(loss.FreshTokens.Count)} fresh tokens",
            SizeFigures.Active(plan), plan.Data is { Epochs: > 1 } ? DataFigures.EffectiveTokens : RunFigures.Tokens);
        if (plan.Spec.Laws.Allocation.Surface is { } interval)
            basis = basis.Within(interval.LossInterval(plan.Size.Counts.Active, loss.FreshTokens), loss.Law.Info.Id);
        return FigureAnswer.Real(loss.Loss, static l => l.NatsPerToken, basis with { Convention = loss.Law.Info.ConstantSet })?.OfDense(plan, "Predicted loss of a dense model of the active size");
    });

    /// <summary>How far that is above the least loss for the compute.</summary>
    public static FigureKey LossAboveBest { get; } = FigureKey.Real("loss_above_best", "Loss above the least for this compute", "nats per token", static plan =>
        plan is { Size.Counts.IsRouted: false, Optimum.BestLoss: { HasValue: true } best, Loss: { Loss.HasValue: true } loss }
            ? FigureAnswer.Real(Math.Max(0, Cancellation.Difference(loss.Loss.Value.NatsPerToken, best.Value.NatsPerToken)), Gap(plan, loss))
            : null);

    /// <summary>The size that training at a low precision equals.</summary>
    public static FigureKey EffectiveParametersAtPrecision { get; } = FigureKey.Whole(
        "effective_parameters_at_precision", "Effective parameters at this precision, experimental", "parameters", "training.precision", static plan =>
            plan is { Loss: not null, Spec.Training.Precision: { } precision } && BitsOf(precision.Value) is { } bits
                && Kumar2024.Law.EffectiveParameters(plan.Size.Counts.Active, new TrainingPrecision(bits, bits, 16)) is var answer
                ? FigureAnswer.Count(answer, static n => n.Count, Basis.By(answer.Source, $"'{precision.Text}' weights and activations, cache in 16 bits; for the direction alone", SizeFigures.Active(plan)))
                : null);

    /// <summary>The loss on another distribution.</summary>
    public static FigureKey OtherLoss { get; } = FigureKey.Real("other_loss", "Predicted loss on the other distribution", "nats per token", "transfer", static plan =>
        plan.Loss is { OtherLoss: { } other } loss
            ? FigureAnswer.Real(other, new(
                "predicted_loss + (other loss - training loss), as measured; the offset grows slowly",
                $"{Kaplan2020.Law.Info.Id} sec. 3.2.2 over {loss.Law.Info.ConstantSet}")
            { Inputs = [PredictedLoss], Law = Kaplan2020.Law.Info.Id })
            : null);

    internal static FigureKey[] All { get; } = [PredictedLoss, LossAboveBest, EffectiveParametersAtPrecision, OtherLoss];

    private static Basis Gap(TrainingPlan plan, LossPlan loss)
    {
        var basis = Basis.Derived("predicted_loss - optimal_loss_at_budget", PredictedLoss, OptimumFigures.OptimalLossAtBudget);

        // With repeated tokens the least loss is that of fresh ones: no run of the sample's law.
        return plan.Spec.Laws.Allocation.Surface is { } law && plan.Data is not { Epochs: > 1 }
            ? basis.Within(law.LossAboveBestInterval(plan.Size.Counts.Active, loss.FreshTokens), law.Info.Id)
            : basis;
    }

    private static double? BitsOf(Precision precision) => precision switch
    {
        Precision.Fp8 or Precision.Int8 => 8,
        Precision.Fp4 => 4,
        _ => null,
    };
}
