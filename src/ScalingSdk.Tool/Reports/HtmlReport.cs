using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Comparing;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Plans;

namespace ScalingSdk.Tool.Reports;

/// <summary>Plans as one page of HTML: no script, no request, light, dark and on paper.</summary>
internal sealed class HtmlReport
{
    private readonly HtmlWriter _html;

    private HtmlReport(string title, ChartOptions charts) => _html = new(title, charts);

    /// <summary>Plans one after the other, several of them after what they share; then laws fitted to runs.</summary>
    public static string Write(IReadOnlyList<(string Name, PlanView View)> plans, IReadOnlyList<RunFit> fits, IReadOnlyList<double> budgets, ChartOptions charts)
    {
        var title = plans.Count == 1 ? PlanWords.Heading(plans[0].View.Plan)
            : plans.Count == 0 && fits.Count > 0 ? $"Law fitted to {fits[0].Fit.Set.Source}"
            : $"{NumberText.Grouped(plans.Count)} training plans";
        return new HtmlReport(title, charts).Page(title, plans, fits, budgets);
    }

    /// <summary>Plans side by side.</summary>
    public static string Write(Comparison comparison, ChartOptions charts)
    {
        var title = string.Join(" / ", comparison.Specs.Select(static spec => spec.Name));
        return new HtmlReport(title, charts).Compared(title, comparison);
    }

    private string Compared(string title, Comparison comparison)
    {
        _html.Start("article");
        _html.Element("h1", title);
        Differences(comparison);
        foreach (var (name, view) in comparison.Specs)
        {
            _html.Element("h2", name);
            HtmlFindings.Write(_html, view);
        }

        _html.End();
        return _html.Close();
    }

    private string Page(string title, IReadOnlyList<(string Name, PlanView View)> plans, IReadOnlyList<RunFit> fits, IReadOnlyList<double> budgets)
    {
        if (plans.Count > 1)
        {
            _html.Element("h1", title);
            Contents(plans);
            Differences(new Comparison(plans));
        }

        for (var i = 0; i < plans.Count; i++)
            Plan(plans[i].View, plans.Count == 1 ? null : plans[i].Name, Id(i));
        foreach (var fit in fits)
            HtmlFit.Write(_html, fit, budgets, plans.Count == 0 ? "h1" : "h2");
        return _html.Close();
    }

    private void Contents(IReadOnlyList<(string Name, PlanView View)> plans)
    {
        _html.Start("nav", ("aria-label", "Plans of this page"));
        _html.Start("ul");
        for (var i = 0; i < plans.Count; i++)
        {
            _html.Start("li");
            _html.Element("a", plans[i].Name, ("href", "#" + Id(i)));
            _html.Text($": {PlanWords.Heading(plans[i].View.Plan)}");
            _html.End();
        }

        _html.End();
        _html.End();
    }

    // All plans on one frontier, and what differs.
    private void Differences(Comparison comparison)
    {
        if (comparison.Chart is { } chart)
            _html.Figure(chart);
        _html.Section(ComparisonText.Heading(comparison), ComparisonText.Headers(comparison), ComparisonText.Rows(comparison), "");
    }

    private void Plan(PlanView view, string? name, string id)
    {
        var plan = view.Plan;
        var heading = PlanWords.Heading(plan);
        _html.Start("article", ("id", id));
        _html.Element(name is null ? "h1" : "h2", name is null ? heading : $"{name}: {heading}");
        _html.Element("p", plan.Summary(), ("class", "summary"));
        var (headers, answers) = AnswerTable.Of(view);
        _html.Section("Answers", headers, answers, "");
        HtmlFindings.Write(_html, view);
        _html.List("Assumed", plan.Assumptions);
        _html.List("Notes", PlanNotes.Of(plan));
        foreach (var chart in PlanCharts.Of(plan))
            _html.Figure(chart);
        foreach (var (question, rows) in LawTable.Questions(plan))
            _html.Section("Laws side by side: " + question, LawTable.Headers, rows, "Each law in its own convention of parameters and compute.");
        foreach (var table in plan.Tables.Where(static table => table.Key is not "laws"))
            _html.Section(table.Title, [.. table.Columns.Select(static column => column.Title)], table.Rows.Select(static row => (IReadOnlyList<string>)[.. row.Select(static cell => cell.ToString())]), $"{table.Source}: {table.Formula}");
        _html.Section("Every figure", ["figure", "value", "unit", "source"], plan.Figures.Select(static figure => (IReadOnlyList<string>)
            [figure.Title, FigureText.Number(figure) + (FigureText.Ends(figure) is { Length: > 0 } ends ? $" ({ends})" : ""), FigureText.Unit(figure), figure.Source + (figure.Validity.Length > 0 ? "; " + figure.Validity : "")]), "");
        _html.End();
    }

    private static string Id(int index) => "plan-" + NumberText.Grouped(index + 1);
}
