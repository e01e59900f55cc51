using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>A plan as lines of a build's log, for those who ask for detail: every figure, what was assumed, what to know.</summary>
internal static class FigureTable
{
    public static string Write(TrainingPlan plan)
    {
        var rows = plan.Figures.Select(static figure => (figure.Title, Value: Value(figure), Source: Source(figure))).ToList();
        var (titles, values) = (rows.Max(static row => row.Title.Length), rows.Max(static row => row.Value.Length));
        string[] lines =
        [
            $"All figures of {plan.Spec.Name}:",
            .. rows.Select(row => $"  {row.Title.PadRight(titles + 2)}{row.Value.PadRight(values + 2)}{row.Source}"),
            .. plan.Assumptions.Select(static assumption => "  assumed: " + assumption),
            .. PlanNotes.Of(plan).Select(static note => "  note: " + note),
        ];
        return string.Join("\n", lines.Select(OutsideText.Neutral));
    }

    private static string Value(Figure figure) =>
        FigureText.WithUnit(figure) + (FigureText.Ends(figure) is { Length: > 0 } ends ? $" ({ends})" : "");

    private static string Source(Figure figure) => figure.Outside is { Inside: false } ? $"{figure.Source}, {figure.Validity}" : figure.Source;
}
