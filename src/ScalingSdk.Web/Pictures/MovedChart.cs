using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Planning;
using ScalingSdk.Web.State;

namespace ScalingSdk.Web.Pictures;

/// <summary>A chart of a plan with the point to which its run was moved; the chart itself where it says nothing of that point.</summary>
internal static class MovedChart
{
    public static Chart Of(Chart chart, TrainingPlan plan, Moved? moved) =>
        moved is not null && Place(chart, plan, moved) is var (x, y) ? chart with { Dots = [.. chart.Dots, new Dot("moved", x, y, Own: true)] } : chart;

    private static (double X, double Y)? Place(Chart chart, TrainingPlan plan, Moved moved) => chart.Id switch
    {
        "frontier" => (moved.Flops, moved.Parameters),
        "isoflop" when moved is { Loss: { } loss, KeepsCompute: true } => (moved.Parameters, loss),
        "loss" when moved is { Loss: { } loss, KeepsSize: true } => (moved.Tokens, loss),
        // What devices cost is in the ratio of their FLOP.
        "cost" when moved.Loss is { } loss && Own(chart) is { } own => (own.X * moved.Flops / plan.Compute!.SixND.Flops, loss),
        "batch" when moved.KeepsSize && Own(chart) is { } own => (moved.Tokens, own.Y),
        "epochs" when Own(chart) is not null => Repeated(plan, plan.Run!, moved.Tokens),
        _ => null,
    };

    // Without a count of unique tokens every moved token is a new one.
    private static (double X, double Y)? Repeated(TrainingPlan plan, RunPlan run, double tokens) =>
        plan.Spec.Data.UniqueTokens is not null && tokens >= run.Unique.Count && Passes.Of(plan, run).Worth(tokens) is { HasValue: true } worth
            ? (tokens / run.Unique.Count, worth.Value.Count)
            : null;

    private static Dot? Own(Chart chart) => chart.Dots.FirstOrDefault(static dot => dot.Own);
}
