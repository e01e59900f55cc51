using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Loss against tokens processed, fresh and repeated: with the epochs, or in a single pass with the overfitting threshold.</summary>
internal static class LossChart
{
    public static Chart? Of(TrainingPlan plan)
    {
        if (plan is not { Loss: { } loss, Run: { } run })
            return null;
        var size = plan.Size.Counts;
        var repeats = plan.Spec.Data.UniqueTokens is not null;
        var threshold = plan.Data?.Threshold.Count;
        var passes = Passes.Of(plan, run);
        var last = repeats ? run.Unique.Count * passes.Most : Math.Max(run.Tokens.Count * 10, (threshold ?? 0) * 1.2);
        var first = Math.Min(run.Unique.Count, run.Tokens.Count) / 20;
        Answer<PredictedLoss> Fresh(double d) => loss.Law.Loss(size, new Tokens(d));
        Answer<PredictedLoss> Repeated(double d) => passes.Worth(d) is { HasValue: true } worth ? loss.Law.Loss(size, worth.Value) : default;
        var interval = plan.Optimum?.Law.Parametric is { } law && ReferenceEquals(law, loss.Law)
            ? Sampling.Area("90 % interval", Sampling.EdgePowers(first, last), d => (repeats ? passes.Worth(d) : Answer<Tokens>.Of(new(d), Extrapolation.None, default)) is { HasValue: true } worth
                ? law.LossInterval(size.Active, worth.Value)
                : default)
            : null;
        var tokens = Sampling.Powers(first, last);
        return new Chart
        {
            Id = "loss",
            Title = "Loss against tokens",
            Description = $"Predicted loss of this model at the end of runs of more and more tokens. {Repetition(run, repeats)}"
                + (threshold is { } bound ? $"The overfitting threshold of {plan.Data!.Law} is {NumberText.Compact(bound)} unique tokens." : ""),
            X = new Axis(repeats ? "tokens processed, every epoch counted" : "tokens processed, each once (all unique)", Logarithmic: true),
            Y = new Axis("predicted loss, nats per token", Logarithmic: false),
            Second = repeats ? new($"epochs over {NumberText.Compact(run.Unique.Count)} unique tokens", Passes.Ticks(run.Unique.Count)) : null,
            Curves = repeats
                ?
                [
                    Sampling.Curve($"these tokens, repeated ({plan.Spec.Laws.RepeatedData.Info.Id})", tokens, Repeated, static l => l.NatsPerToken),
                    Sampling.Curve($"if all were unique ({loss.Law.Info.Id})", tokens, Fresh, static l => l.NatsPerToken, reference: true),
                ]
                : [Sampling.Curve("loss, " + loss.Law.Info.Id, tokens, Fresh, static l => l.NatsPerToken)],
            Areas = interval is null ? [] : [interval],
            Marks = [.. Marks(plan, repeats, threshold)],
            Dots = loss.Loss.HasValue ? [new Dot("this run", run.Tokens.Count, loss.Loss.Value.NatsPerToken, Own: true)] : [],
        };
    }

    private static IEnumerable<Mark> Marks(TrainingPlan plan, bool repeats, double? threshold)
    {
        // The threshold is one of unique tokens: on an axis of processed tokens it has a place only where every token is seen once.
        if (threshold is { } bound && !repeats)
            yield return new Mark($"overfitting threshold {NumberText.Compact(bound)} ({plan.Data!.Law})", bound);
        if (plan.Optimum is { Tokens: { HasValue: true } optimal })
            yield return new Mark("compute-optimal " + NumberText.Compact(optimal.Value.Count), optimal.Value.Count);
    }

    private static string Repetition(RunPlan run, bool repeats) => repeats
        ? $"After {NumberText.Compact(run.Unique.Count)} unique tokens the data repeat, and each further epoch is worth less. "
        : "";
}
