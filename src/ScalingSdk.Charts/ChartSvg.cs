using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Fits;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Planning;

namespace ScalingSdk.Charts;

/// <summary>From a plan, several plans or a fit to a picture as SVG.</summary>
internal static class ChartSvg
{
    /// <summary>The charts of a plan, in the order that a reader wants them.</summary>
    public static IReadOnlyList<string> OfPlans => PlanCharts.Names;

    /// <summary>The charts of a fit.</summary>
    public static IReadOnlyList<string> OfFits => FitCharts.Names;

    /// <summary>A chart of a plan; null where the plan has too little for it.</summary>
    public static string? Of(TrainingPlan plan, string chart, ChartOptions options) => PlanCharts.Of(plan, chart) is { } picture ? Of(picture, options) : null;

    /// <summary>Several plans on one frontier, that of the first one's law; null where it has none.</summary>
    public static string? Frontier(IReadOnlyList<(string Name, TrainingPlan Plan)> plans, ChartOptions options) => FrontierChart.Of(plans) is { } picture ? Of(picture, options) : null;

    /// <summary>A chart of a fit; null where the fit has too little for it.</summary>
    public static string? Of(FittedRuns fit, string chart, ChartOptions options) =>
        FitCharts.Of(fit).FirstOrDefault(picture => string.Equals(picture.Id, chart, StringComparison.Ordinal)) is { } found ? Of(found, options) : null;

    /// <summary>Any chart.</summary>
    public static string Of(Chart chart, ChartOptions options) => SvgText.Write(ChartPainter.Paint(chart, options), options.Ids ?? chart.Id);
}
