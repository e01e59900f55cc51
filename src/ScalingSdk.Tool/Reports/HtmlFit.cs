using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Fits;

namespace ScalingSdk.Tool.Reports;

/// <summary>A law fitted to runs on a page: what it answers, its charts, its constants.</summary>
internal static class HtmlFit
{
    public static void Write(HtmlWriter html, RunFit fit, IReadOnlyList<double> budgets, string heading)
    {
        html.Start("article");
        html.Element(heading, $"Law fitted to {fit.Fit.Set.Source}{(fit.Part is { } part ? ", " + part : "")}");
        html.Element("p", fit.Fit.Form.Equation, ("class", "summary"));
        foreach (var finding in fit.Fit.Findings)
            html.Element("p", finding.Text + ".", ("class", "finding warning"));
        var answer = fit.Answer(budgets);
        if (answer.WhyNone is { } why)
            html.Element("p", $"No best size: {why}.", ("class", "finding warning"));
        else
            html.Section("The best run for a budget", AnswerText.RowHeaders, answer.Optima.Select(AnswerText.Row), string.Join(" ", AnswerText.Sentences(answer, fit)));
        foreach (var chart in FitPictures.Of(fit))
            html.Figure(chart);
        html.Section("Constants", ["constant", "value", "standard error", FitText.Interval(fit)], FitText.Rows(fit), fit.Sample is { Rows.Count: > 0 } sample ? FitText.Resampled(sample) : "");
        foreach (var (title, headers, rows, note) in fit.Checks?.Tables() ?? [])
            html.Section(title, headers, rows, note);
        if (fit.Fit.Diagnostics is { } ended)
            html.List("Quality of the fit", ["Residuals: " + FitText.Residuals(ended, fit.Fit.Runs.Count), "Optimum: " + FitText.Optimum(ended)]);
        html.List("What was read", fit.Fit.Set.Summary);
        html.End();
    }
}
