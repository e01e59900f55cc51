using ScalingSdk.Charts.Pictures;
using ScalingSdk.Web.State;

namespace ScalingSdk.Web.Pictures;

/// <summary>A chart of a plan with the point to which its run was moved, where that lies in the chart: at its compute, or its size.</summary>
internal static class MovedChart
{
    public static Chart Of(Chart chart, Moved? moved) => moved is null ? chart : chart.Id switch
    {
        "frontier" => With(chart, moved.Flops, moved.Parameters),
        "isoflop" when moved is { Loss: { } loss, KeepsCompute: true } => With(chart, moved.Parameters, loss),
        "loss" when moved is { Loss: { } loss, KeepsSize: true } => With(chart, moved.Tokens, loss),
        _ => chart,
    };

    private static Chart With(Chart chart, double x, double y) => chart with { Dots = [.. chart.Dots, new Dot("moved", x, y, Own: true)] };
}
