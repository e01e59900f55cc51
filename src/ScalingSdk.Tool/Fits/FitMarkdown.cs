using System.Text;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Fits;

/// <summary>A fit as Markdown.</summary>
internal static class FitMarkdown
{
    public static string Write(RunFit run, IReadOnlyList<double>? budgets)
    {
        var text = new StringBuilder($"**{Markdown.Cell(run.Fit.Form.Id)}**, {NumberText.Grouped(run.Fit.Runs.Count)} runs of {Markdown.Cell(run.Fit.Set.Source)}{(run.Part is { } part ? $", {Markdown.Cell(part)}" : "")}\n\n");
        var answer = run.Answer(budgets);
        if (answer.WhyNone is { } why)
            text.Append($"No best size: {Markdown.Cell(why)}.\n\n");
        else
            Answer(text, answer, run);
        Markdown.Table(text, ["constant", "value", "standard error", FitText.Interval(run)], FitText.Rows(run), 1, 2);
        if (run.Checks is { } checks)
        {
            var page = new MarkdownPage();
            checks.Write(page);
            text.Append('\n').Append(page);
        }

        if (run.Fit.Diagnostics is { } ended)
            text.Append("\n- ").Append(Markdown.Cell(FitText.Residuals(ended, run.Fit.Runs.Count))).Append("\n- ").Append(Markdown.Cell(FitText.Optimum(ended)));
        if (run.Sample is { Rows.Count: > 0 } sample)
            text.Append("\n- ").Append(Markdown.Cell(FitText.Resampled(sample)));
        foreach (var line in run.Fit.Findings.Select(static finding => finding.Text).Concat(run.Fit.Set.Summary))
            text.Append("\n- ").Append(Markdown.Cell(line));
        return text.Append('\n').ToString();
    }

    private static void Answer(StringBuilder text, ScalingSdk.Fitting.Answers.FitAnswer answer, RunFit run)
    {
        Markdown.Table(text, AnswerText.RowHeaders, answer.Optima.Select(AnswerText.Row), 0);
        text.Append('\n');
        foreach (var line in AnswerText.Sentences(answer, run))
            text.Append(Markdown.Cell(line)).Append('\n');
        text.Append('\n');
    }
}
