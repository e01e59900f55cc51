using ScalingSdk.Charts.Pictures;
using ScalingSdk.Planning;

namespace ScalingSdk.Charts.Plans;

/// <summary>Every picture of a plan.</summary>
internal static class PlanCharts
{
    private static readonly (string Id, Func<TrainingPlan, Chart?> Draw)[] All =
    [
        ("frontier", FrontierChart.Of),
        ("isoflop", IsoFlopChart.Of),
        ("loss", LossChart.Of),
        ("epochs", EpochsChart.Of),
        ("batch", BatchChart.Of),
        ("cost", CostChart.Of),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static chart => chart.Id)];

    public static IEnumerable<Chart> Of(TrainingPlan plan) => All.Select(chart => chart.Draw(plan)).OfType<Chart>();

    public static Chart? Of(TrainingPlan plan, string name) => Array.Find(All, chart => string.Equals(chart.Id, name, StringComparison.Ordinal)).Draw(plan);
}
