using ScalingSdk.Charts.Pictures;
using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>What more epochs over the same tokens are worth, in unique tokens.</summary>
internal static class EpochsChart
{
    public static Chart? Of(TrainingPlan plan)
    {
        if (plan is not { Run: { } run, Data: { } data })
            return null;
        var passes = Passes.Of(plan, run);
        if (passes.Most <= 1)
            return null;
        var unique = run.Unique.Count;
        var epochs = Sampling.Powers(1, passes.Most);
        var law = passes.Law.Info.Id;
        var last = passes.Worth(unique * passes.Most);
        return new Chart
        {
            Id = "epochs",
            Title = "What more epochs are worth",
            Description = $"Unique tokens of the same worth against epochs over {NumberText.Compact(unique)} unique tokens, by {law}. "
                + (last.HasValue ? $"{NumberText.Compact(passes.Most)} epochs are worth {NumberText.Compact(last.Value.Count)} unique tokens" : "The law has no answer at the last epoch")
                + (data.Turn is var turn && passes.Most >= Math.Min(turn.Suspect, turn.Certain) ? "; past them the loss is expected to rise." : "."),
            X = new Axis($"epochs over {NumberText.Compact(unique)} unique tokens", Logarithmic: true),
            Y = new Axis("unique tokens of the same worth", Logarithmic: true),
            Second = new("tokens processed", [.. Passes.Ticks(unique).Select(tick => (tick.X / unique, NumberText.Compact(tick.X)))]),
            Curves =
            [
                Sampling.Curve("worth of repeated tokens, " + law, epochs, e => passes.Worth(unique * e), static tokens => tokens.Count),
                new Curve("if every token were unique", [.. epochs.Select(e => new SampledPoint(e, unique * e))]) { Reference = true },
            ],
            Dots = run.Epochs >= 1 && run.Epochs <= passes.Most && passes.Worth(run.Tokens.Count) is { HasValue: true } own ? [new Dot("this run", run.Epochs, own.Value.Count, Own: true)] : [],
        };
    }
}
