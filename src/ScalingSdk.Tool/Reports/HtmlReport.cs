using System.Net;
using System.Text;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Comparing;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Reports;

/// <summary>Plans as one page of HTML: no script, no request, light, dark and on paper.</summary>
internal sealed class HtmlReport
{
    private readonly StringBuilder _html = new();
    private int _figure;

    private HtmlReport()
    {
    }

    public static string Write(IReadOnlyList<PlanView> plans, IReadOnlyList<RunFit> fits, IReadOnlyList<double> budgets) => new HtmlReport().Page(plans, fits, budgets);

    /// <summary>Plans side by side.</summary>
    public static string Write(Comparison comparison) => new HtmlReport().Compared(comparison);

    private string Compared(Comparison comparison)
    {
        var title = string.Join(" / ", comparison.Specs.Select(static spec => spec.Name));
        Open(title);
        _html.Append($"<article>\n<h1>{Escape(title)}</h1>\n");
        Section(ComparisonText.Heading(comparison), ComparisonText.Headers(comparison), ComparisonText.Rows(comparison), "");
        foreach (var (name, view) in comparison.Specs)
        {
            _html.Append($"<h2>{Escape(name)}</h2>\n");
            Findings(view);
        }

        if (comparison.Chart is { } chart)
            Figure(chart);
        _html.Append("</article>\n");
        return Close();
    }

    private string Page(IReadOnlyList<PlanView> plans, IReadOnlyList<RunFit> fits, IReadOnlyList<double> budgets)
    {
        var title = plans.Count == 1 ? PlanWords.Heading(plans[0].Plan) : plans.Count == 0 && fits.Count > 0 ? $"Law fitted to {fits[0].Fit.Set.Source}" : $"{NumberText.Grouped(plans.Count)} training plans";
        Open(title);
        if (plans.Count > 1)
            _html.Append($"<h1>{Escape(title)}</h1>\n");
        foreach (var view in plans)
            Plan(view, plans.Count == 1 ? "h1" : "h2");
        foreach (var fit in fits)
            Fitted(fit, budgets, plans.Count == 0 ? "h1" : "h2");
        return Close();
    }

    private void Open(string title)
    {
        _html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        _html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        _html.Append($"<title>{Escape(title)}</title>\n<style>{Theme.Variables(":root")}{Theme.Chart}{ReportStyle.Css}</style>\n</head>\n<body>\n<main>\n");
    }

    private string Close()
    {
        _html.Append($"<footer>Made by scaling {Escape(ToolVersion.Text)}. Every number names its law; predicted losses of two laws are never compared.</footer>\n</main>\n</body>\n</html>\n");
        return _html.ToString();
    }

    private void Plan(PlanView view, string heading)
    {
        var plan = view.Plan;
        _html.Append($"<article>\n<{heading}>{Escape(PlanWords.Heading(plan))}</{heading}>\n<p class=\"summary\">{Escape(plan.Summary())}</p>\n");
        var (headers, answers) = AnswerTable.Of(view);
        Section("Answers", headers, answers, "");
        Findings(view);
        List("Assumed", plan.Assumptions);
        List("Notes", PlanNotes.Of(plan));
        foreach (var chart in PlanCharts.Of(plan))
            Figure(chart);
        foreach (var (question, rows) in LawTable.Questions(plan))
            Section("Laws side by side: " + question, LawTable.Headers, rows, "Each law in its own convention of parameters and compute.");
        foreach (var table in plan.Tables.Where(static table => table.Key is not "laws"))
            Section(table.Title, [.. table.Columns.Select(static column => column.Title)], table.Rows.Select(static row => (IReadOnlyList<string>)[.. row.Select(static cell => cell.ToString())]), $"{table.Source}: {table.Formula}");
        Section("Every figure", ["figure", "value", "unit", "source"], plan.Figures.Select(static figure => (IReadOnlyList<string>)
            [figure.Title, FigureText.Number(figure) + (FigureText.Ends(figure) is { Length: > 0 } ends ? $" ({ends})" : ""), FigureText.Unit(figure), figure.Source + (figure.Validity.Length > 0 ? "; " + figure.Validity : "")]), "");
        _html.Append("</article>\n");
    }

    private void Fitted(RunFit fit, IReadOnlyList<double> budgets, string heading)
    {
        _html.Append($"<article>\n<{heading}>Law fitted to {Escape(fit.Fit.Set.Source)}{(fit.Part is { } part ? ", " + Escape(part) : "")}</{heading}>\n<p class=\"summary\">{Escape(fit.Fit.Form.Equation)}</p>\n");
        foreach (var finding in fit.Fit.Findings)
            _html.Append($"<p class=\"finding warning\">{Escape(finding.Text)}.</p>\n");
        var answer = fit.Answer(budgets);
        if (answer.WhyNone is { } why)
            _html.Append($"<p class=\"finding warning\">No best size: {Escape(why)}.</p>\n");
        else
            Section("The best run for a budget", AnswerText.RowHeaders, answer.Optima.Select(AnswerText.Row), string.Join(" ", AnswerText.Sentences(answer, fit)));
        foreach (var chart in FitPictures.Of(fit))
            Figure(chart);
        Section("Constants", ["constant", "value", "standard error", FitText.Interval(fit)], FitText.Rows(fit), fit.Sample is { Rows.Count: > 0 } sample ? FitText.Resampled(sample) : "");
        foreach (var (title, headers, rows, note) in fit.Checks?.Tables() ?? [])
            Section(title, headers, rows, note);
        if (fit.Fit.Diagnostics is { } ended)
            List("Quality of the fit", ["Residuals: " + FitText.Residuals(ended, fit.Fit.Runs.Count), "Optimum: " + FitText.Optimum(ended)]);
        List("What was read", fit.Fit.Set.Summary);
        _html.Append("</article>\n");
    }

    private void Findings(PlanView view)
    {
        if (view.Findings.Count == 0)
        {
            _html.Append("<p class=\"finding none\">No finding.</p>\n");
            return;
        }

        foreach (var finding in view.Findings)
        {
            _html.Append($"<p class=\"finding {finding.Severity.Word()}\"><strong>{finding.Severity.Word()} <a href=\"{Escape(finding.Rule.HelpLink)}\">{finding.Rule.Id}</a></strong> ");
            _html.Append($"{Escape(finding.Headline)}. <small>{Escape(finding.Path)}:{NumberText.Grouped(finding.Start.Line)}</small></p>\n");
            if (!finding.Details.Any())
                continue;
            _html.Append("<dl class=\"details\">\n");
            foreach (var (label, text) in finding.Details)
                _html.Append($"<dt>{label}</dt><dd>{Escape(text)}</dd>\n");
            _html.Append("</dl>\n");
        }
    }

    private void Figure(Chart chart)
    {
        _html.Append($"<figure>\n<figcaption>{Escape(chart.Title)}</figcaption>\n{SvgChart.Write(chart, "f" + NumberText.Grouped(++_figure), standalone: false)}");
        _html.Append($"<p class=\"described\">{Escape(chart.Description)}</p>\n</figure>\n");
    }

    private void Section(string title, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, string note)
    {
        _html.Append($"<details open>\n<summary>{Escape(title)}</summary>\n<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var header in headers)
            _html.Append($"<th scope=\"col\">{Escape(header)}</th>");
        _html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
            _html.Append("<tr>").AppendJoin("", row.Select(static (cell, index) => index == 0 ? $"<th scope=\"row\">{Escape(cell)}</th>" : $"<td>{Escape(cell)}</td>")).Append("</tr>\n");
        _html.Append("</tbody></table></div>\n");
        if (note.Length > 0)
            _html.Append($"<p class=\"described\">{Escape(note)}</p>\n");
        _html.Append("</details>\n");
    }

    private void List(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        _html.Append($"<details open>\n<summary>{Escape(title)}</summary>\n<ul>\n");
        foreach (var line in lines)
            _html.Append($"<li>{Escape(line)}</li>\n");
        _html.Append("</ul>\n</details>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(OutsideText.NeutralLines(text));
}
