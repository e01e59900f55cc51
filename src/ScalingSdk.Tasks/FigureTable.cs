using System.Text;
using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>A plan as lines of a build's log, for those who ask for detail.</summary>
internal static class FigureTable
{
    public static string Write(TrainingPlan plan)
    {
        var rows = plan.Figures.Select(static figure => (figure.Title, Value: $"{NumberText.Compact(figure.Value)} {figure.Unit}".TrimEnd(), figure.Source)).ToList();
        var (titles, values) = (rows.Max(static row => row.Title.Length), rows.Max(static row => row.Value.Length));
        var text = new StringBuilder(plan.Summary);
        foreach (var (title, value, source) in rows)
            text.Append("\n  ").Append(title.PadRight(titles + 2)).Append(value.PadRight(values + 2)).Append(source);
        foreach (var assumption in plan.Assumptions)
            text.Append("\n  assumed: ").Append(assumption);
        return text.ToString();
    }
}
