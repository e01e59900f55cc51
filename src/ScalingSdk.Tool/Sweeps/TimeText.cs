using ScalingSdk.Quantities;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Hours as people say them.</summary>
internal static class TimeText
{
    /// <summary><c>38 s</c>, <c>12 min</c>, <c>3.2 h</c>, <c>4.1 days</c>.</summary>
    public static string Of(double hours) => hours switch
    {
        < 1.0 / 60 => NumberText.Compact(hours * 3600) + " s",
        < 1 => NumberText.Compact(hours * 60) + " min",
        < 48 => NumberText.Compact(hours) + " h",
        _ => NumberText.Compact(hours / 24) + " days",
    };

    /// <summary>An amount with the ends of its band, where it has some: <c>12.3 (9.8 .. 16.4)</c>.</summary>
    public static string Of(Band band) => band.IsPoint
        ? NumberText.Compact(band.Mid)
        : $"{NumberText.Compact(band.Mid)} ({PlanAnswers.Ends(NumberText.Compact(band.Low), NumberText.Compact(band.High))})";
}
