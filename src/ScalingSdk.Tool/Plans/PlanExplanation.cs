using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>Everything of a plan: the answers, why each finding, what was assumed, the tables, and every figure with its derivation.</summary>
internal static class PlanExplanation
{
    private const int LabelWidth = 13;

    public static void Write(PlanView view, Page page)
    {
        var plan = view.Plan;
        page.Heading(PlanWords.Heading(plan));
        AnswerTable.Write(view, page);
        foreach (var line in FindingLines.Of(view, page.Width, FindingDetail.All))
            page.Line(line.Text, line.Style);
        page.Blank();
        Basis(plan, page);
        EpochTable.Write(plan, page);
        RecipeText.Write(plan, page);
        PlanRemarks.Write(view, page);
        foreach (var figure in plan.Figures)
        {
            page.Blank();
            page.Heading($"{figure.Title}: {FigureText.WithUnit(figure)}");
            page.Fact("", figure.Formula, labelWidth: 4);
            if (figure.Inputs.Count > 0)
                page.Fact("", "from " + string.Join(", ", figure.Inputs.Select(key => Input(plan, key))), labelWidth: 4);
            if (figure.Range is { } range)
                page.Fact("", $"{FigureText.Ends(figure)}: {range.Meaning}", labelWidth: 4);
            page.Fact("", figure.Source + (figure.Validity.Length > 0 ? "; " + figure.Validity : ""), labelWidth: 4);
        }

        MoreTables.Write(plan, page, MoreTables.All);
    }

    private static void Basis(TrainingPlan plan, Page page)
    {
        page.Fact("Given", PlanWords.Given(plan), labelWidth: LabelWidth);
        if (PlanWords.Proposed(plan) is { } proposed)
            page.Fact("Proposed", proposed, labelWidth: LabelWidth);
        for (var i = 0; i < plan.Assumptions.Count; i++)
            page.Fact(i == 0 ? "Assumed" : "", plan.Assumptions[i], labelWidth: LabelWidth);
        foreach (var (label, text) in PlanWords.Costs(plan))
            page.Fact(label, text, labelWidth: LabelWidth);
        if (plan.Optimum?.Law.Info is { IntervalCaveats: { Count: > 0 } caveats })
        {
            for (var i = 0; i < caveats.Count; i++)
                page.Fact(i == 0 ? "Intervals" : "", caveats[i], labelWidth: LabelWidth);
        }
    }

    private static string Input(TrainingPlan plan, FigureKey key) =>
        plan.Find(key) is { } figure ? $"{key.Name} = {NumberText.Round(figure.Value)}" : key.Name;
}
