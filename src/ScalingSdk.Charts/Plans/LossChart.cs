using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Loss against tokens processed, fresh and repeated: with the epochs, or in a single pass with the overfitting threshold.</summary>
internal static class LossChart
{
    private static readonly double[] EpochMarks = [4, 16, 40];

    public static Chart? Of(TrainingPlan plan)
    {
        if (plan is not { Loss: { } loss, Run: { } run })
            return null;
        var size = plan.Size.Counts;
        var repeats = plan.Spec.Data.UniqueTokens is not null;
        var threshold = plan.Data?.Threshold.Count;
        var last = repeats ? run.Unique.Count * 40 : Math.Max(run.Tokens.Count * 10, (threshold ?? 0) * 1.2);
        var tokens = Sampling.Powers(Math.Min(run.Unique.Count, run.Tokens.Count) / 20, last).ToList();
        var curves = new List<Curve> { Sampling.Curve("fresh tokens, " + loss.Law.Info.Id, tokens, d => loss.Law.Loss(size, new Tokens(d)), static l => l.NatsPerToken, dashed: repeats) };
        if (repeats)
        {
            Answer<PredictedLoss> Repeated(double d) => d <= run.Unique.Count ? loss.Law.Loss(size, new Tokens(d)) : Worth(plan, d, run) is { } worth ? loss.Law.Loss(size, worth) : default;
            curves.Add(Sampling.Curve($"repeated tokens, {plan.Spec.Laws.RepeatedData.Info.Id}", tokens, Repeated, static l => l.NatsPerToken));
        }

        return new Chart
        {
            Id = "loss",
            Title = "Loss against tokens",
            Description = $"Predicted loss of this model at the end of runs of more and more tokens. {Repetition(run, repeats)}"
                + (threshold is { } bound ? $"The overfitting threshold of {plan.Data!.Law} is {NumberText.Compact(bound)} unique tokens." : ""),
            X = new Axis("tokens processed", Logarithmic: true),
            Y = new Axis("predicted loss, nats per token", Logarithmic: false),
            Curves = curves,
            Marks = [.. Marks(plan, run, repeats, threshold)],
            Dots = loss.Loss.HasValue ? [new Dot("this run", run.Tokens.Count, loss.Loss.Value.NatsPerToken, Own: true)] : [],
        };
    }

    private static Tokens? Worth(TrainingPlan plan, double tokens, RunPlan run) =>
        plan.Spec.Laws.RepeatedData.EffectiveTokens(new Tokens(tokens), run.Unique) is { HasValue: true } answer ? answer.Value : null;

    private static IEnumerable<Mark> Marks(TrainingPlan plan, RunPlan run, bool repeats, double? threshold)
    {
        // The threshold is one of unique tokens: on an axis of processed tokens it has a place only where every token is seen once.
        if (threshold is { } bound && !repeats)
            yield return new Mark($"overfitting threshold {NumberText.Compact(bound)} ({plan.Data!.Law})", bound);
        if (plan.Optimum is { Tokens: { HasValue: true } optimal })
            yield return new Mark("compute-optimal " + NumberText.Compact(optimal.Value.Count), optimal.Value.Count);
        if (!repeats)
            yield break;
        yield return new Mark("1 epoch", run.Unique.Count);
        foreach (var epochs in EpochMarks)
            yield return new Mark($"{NumberText.Compact(epochs)} epochs", run.Unique.Count * epochs);
    }

    private static string Repetition(RunPlan run, bool repeats) => repeats
        ? $"After {NumberText.Compact(run.Unique.Count)} unique tokens the data repeat, and each further epoch is worth less. "
        : "";
}
