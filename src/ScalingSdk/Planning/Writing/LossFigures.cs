using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning.Writing;

internal static class LossFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.Loss is not { } loss)
            return;
        var basis = Basis.Of(loss.Law.Info, ["L(N, D"], $"a schedule that ends at D = {Compact(loss.FreshTokens.Count)} fresh tokens",
            RunFigures.ActiveKey(plan), plan.Data is { Epochs: > 1 } ? "effective_tokens" : "tokens");
        if (loss.Law is IIntervalLaw interval)
            basis = basis.Within(interval.LossInterval(plan.Size.Counts.Active, loss.FreshTokens), loss.Law.Info.Id);
        figures.Real("predicted_loss", "Predicted loss", loss.Loss, static l => l.NatsPerToken, "nats per token",
            basis with { Convention = loss.Law.Info.ConstantSet });
        if (plan.Optimum is { BestLoss: { HasValue: true } best } && loss.Loss.HasValue)
        {
            figures.Real("loss_above_best", "Loss above the least for this compute", Math.Max(0, Cancellation.Difference(loss.Loss.Value.NatsPerToken, best.Value.NatsPerToken)),
                "nats per token", Gap(plan, loss));
        }

        WritePrecision(figures, plan);
        if (loss.OtherLoss is { } other)
        {
            figures.Real("other_loss", "Predicted loss on the other distribution", other, "nats per token", new(
                "predicted loss + (other loss - training loss), as measured; the offset grows slowly",
                $"{Kaplan2020.Law.Info.Id} sec. 3.2.2 over {loss.Law.Info.ConstantSet}")
            { Inputs = ["predicted_loss"] });
        }
    }

    private static Basis Gap(TrainingPlan plan, LossPlan loss)
    {
        var basis = Basis.Derived("predicted loss - least loss, of one constant set", "predicted_loss", "optimal_loss_at_budget");

        // With repeated tokens the least loss is that of fresh ones: no run of the sample's law.
        return loss.Law is ParametricLaw law && plan.Data is not { Epochs: > 1 }
            ? basis.Within(law.LossAboveBestInterval(plan.Size.Counts.Active, loss.FreshTokens), law.Info.Id)
            : basis;
    }

    private static void WritePrecision(FigureList figures, TrainingPlan plan)
    {
        if (plan.Spec.Training.Precision is not { } precision || BitsOf(precision.Value) is not { } bits)
            return;
        figures.Count("effective_parameters_at_precision", "Parameters that training at this precision is worth, experimental",
            Kumar2024.Law.EffectiveParameters(plan.Size.Counts.Active, new TrainingPrecision(bits, bits, 16)), static n => n.Count, "parameters",
            Basis.Of(Kumar2024.Law.Info, ["N_eff"], $"'{precision.Text}' weights and activations, cache in 16 bits; for the direction alone", RunFigures.ActiveKey(plan)));
    }

    private static double? BitsOf(Precision precision) => precision switch
    {
        Precision.Fp8 or Precision.Int8 => 8,
        Precision.Fp4 => 4,
        _ => null,
    };
}
