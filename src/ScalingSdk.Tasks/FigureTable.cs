using System.Text;
using ScalingSdk.Planning;
using ScalingSdk.Reports;

namespace ScalingSdk.Tasks;

/// <summary>A plan as lines of a build's log, for those who ask for detail: every figure, what was assumed, what to know.</summary>
internal static class FigureTable
{
    public static string Write(TrainingPlan plan)
    {
        var rows = plan.Figures.Select(static figure => (figure.Title, Value: Value(figure), Source: Source(figure))).ToList();
        var (titles, values) = (rows.Max(static row => row.Title.Length), rows.Max(static row => row.Value.Length));
        var text = new StringBuilder($"All figures of {plan.Spec.Name}:");
        foreach (var (title, value, source) in rows)
            text.Append("\n  ").Append(title.PadRight(titles + 2)).Append(value.PadRight(values + 2)).Append(source);
        foreach (var assumption in plan.Assumptions)
            text.Append("\n  assumed: ").Append(assumption);
        foreach (var note in PlanNotes.Of(plan))
            text.Append("\n  note: ").Append(note);
        return text.ToString();
    }

    private static string Value(Figure figure) =>
        FigureText.WithUnit(figure) + (FigureText.Ends(figure) is { Length: > 0 } ends ? $" ({ends})" : "");

    private static string Source(Figure figure) => figure.Outside is { Inside: false } ? $"{figure.Source}, {figure.Validity}" : figure.Source;
}
