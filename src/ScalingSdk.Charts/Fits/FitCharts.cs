using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Fits;

/// <summary>A fitted law against its runs: what it misses, by compute, size and corpus, and how sure it is.</summary>
internal static class FitCharts
{
    private static readonly (string Id, Func<FittedRuns, Chart?> Draw)[] All =
    [
        ("residuals", ResidualCharts.ByCompute),
        ("residuals-size", ResidualCharts.BySize),
        ("residuals-corpus", ResidualCharts.ByCorpus),
        ("fitted-loss", FittedLossChart.Of),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static chart => chart.Id)];

    public static IEnumerable<Chart> Of(FittedRuns fit) => fit.Runs.Count == 0 ? [] : All.Select(chart => chart.Draw(fit)).OfType<Chart>();
}
