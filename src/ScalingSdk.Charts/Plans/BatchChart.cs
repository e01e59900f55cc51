using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>The batch ceiling as the run proceeds, and the batch under it: where a schedule may begin small and grow.</summary>
internal static class BatchChart
{
    public static Chart? Of(TrainingPlan plan)
    {
        if (plan is not { Run: { } run, Batch.Used: { } used })
            return null;
        var size = plan.Size.Counts;
        var tokens = Sampling.Powers(run.Tokens.Count / 300, run.Tokens.Count);
        return new Chart
        {
            Id = "batch",
            Title = "Batch and its ceiling over the run",
            Description = $"Tokens of a batch against tokens processed. The batch of {NumberText.Compact(used.Count)} tokens stands beside the critical batch "
                + "by kaplan-2020 and zhang-2024, which grows as the run proceeds; at the ceiling a run takes twice the least compute.",
            X = new Axis("tokens processed", Logarithmic: true),
            Y = new Axis("tokens of a batch", Logarithmic: true),
            Curves =
            [
                Sampling.Curve("ceiling, kaplan-2020", tokens, d => Kaplan2020.Law.CriticalBatch(size, new Tokens(d)), static batch => batch.Count),
                Sampling.Curve("ceiling, zhang-2024", tokens, d => Zhang2024.Law.CriticalBatch(size, new Tokens(d)), static batch => batch.Count),
                new Curve("schedule along the loss, kaplan-2020", [.. plan.BatchSchedule.Select(static stage => new SampledPoint(stage.Tokens.Count, stage.Batch.Count))]),
                new Curve(plan.Batch.Stated is null ? "proposed batch" : "batch", [new(tokens[0], used.Count), new(run.Tokens.Count, used.Count)]) { Reference = true },
            ],
            Dots = [new Dot("this run", run.Tokens.Count, used.Count, Own: true)],
        };
    }
}
