using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>Every figure of a plan with its derivation.</summary>
internal static class PlanExplanation
{
    public static void Write(TrainingPlan plan, Page page)
    {
        page.Heading(PlanWords.Heading(plan));
        foreach (var figure in plan.Figures)
        {
            page.Blank();
            page.Heading($"{figure.Title}: {NumberText.Compact(figure.Value)}{(figure.Unit.Length > 0 ? " " + figure.Unit : "")}");
            page.Fact("", figure.Formula, labelWidth: 4);
            if (figure.Inputs.Count > 0)
                page.Fact("", "from " + string.Join(", ", figure.Inputs.Select(key => Input(plan, key))), labelWidth: 4);
            if (figure.Range is { } range)
                page.Fact("", $"{NumberText.Compact(range.Low)} .. {NumberText.Compact(range.High)}: {range.Meaning}", labelWidth: 4);
            page.Fact("", figure.Source + (figure.Validity.Length > 0 ? "; " + figure.Validity : ""), labelWidth: 4);
        }

        MoreTables.Write(plan, page, MoreTables.All);
        page.Blank();
        foreach (var assumption in plan.Assumptions)
            page.Fact("Assumed", assumption);
        foreach (var note in PlanNotes.Of(plan))
            page.Fact("Note", note);
    }

    private static string Input(TrainingPlan plan, FigureKey key) =>
        plan.Find(key) is { } figure ? $"{key.Name} = {NumberText.Round(figure.Value)}" : key.Name;
}
