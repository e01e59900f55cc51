using ScalingSdk.Fitting;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Checks on a fit that are asked for: extrapolation to the larger runs, other forms, profile intervals.</summary>
internal static class FitChecks
{
    public static void HeldOut(FitResult fit, HoldOutBy by, IReadOnlyList<LossForm> others, Page page)
    {
        var scores = ScalingSdk.Fitting.HeldOut.Compare([fit.Form, .. others.Where(other => !string.Equals(other.Id, fit.Form.Id, StringComparison.Ordinal))], fit.Set, by, fit.Options);
        page.Blank();
        page.Line($"Held out: fitted to the smaller {(by == HoldOutBy.Size ? "sizes" : "budgets")}, asked for the next larger; the best form first");
        page.Table(
            ["form", "error of the loss", "groups", "bias on the largest"],
            scores.Select(static score => new[]
            {
                score.Form.Id, score.WhyNone is null ? NumberText.Percent(score.RootMeanSquare) : score.WhyNone, NumberText.Grouped(score.Groups.Count),
                score.Groups.Count > 0 ? NumberText.Percent(score.Groups[^1].Bias) : "",
            }));
    }

    public static void Profile(FitResult fit, Page page)
    {
        var rows = fit.Constants.Select(constant => (constant.Name, Interval: ProfileLikelihood.Of(fit, constant.Name, RunFit.Coverage)))
            .Where(static row => row.Interval is not null)
            .Select(static row => new[] { row.Name, $"{NumberText.Round(Math.Round(row.Interval!.Value.Low, 4))} .. {NumberText.Round(Math.Round(row.Interval.Value.High, 4))}" }).ToList();
        page.Blank();
        if (rows.Count == 0)
            page.Line($"Profile: '{fit.Form.Id}' has no constant that is also a parameter of the solver.");
        else
            page.Table(["constant", "90 % profile interval, independent runs"], rows);
    }
}
