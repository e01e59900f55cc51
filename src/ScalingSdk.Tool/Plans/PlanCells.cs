using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>Figures of a plan as cells of a table: number, interval, and a star where the law was not observed there.</summary>
internal static class PlanCells
{
    public static string Number(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), NumberText.Compact);

    public static string Loss(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), static value => NumberText.Round(Math.Round(value, 3)));

    public static string Percent(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), NumberText.Percent);

    public static string Bytes(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), Short);

    public static bool Outside(Figure figure) => figure.Outside is { Inside: false };

    private static string Short(double bytes) => new ByteSize(bytes).Short;

    private static string Cell(Figure? figure, Func<double, string> text)
    {
        if (figure is null)
            return "";
        var interval = figure.Range is { } range ? $" ({PlanAnswers.Ends(text(range.Low), text(range.High))})" : "";
        return text(figure.Value) + interval + (Outside(figure) ? " *" : "");
    }
}
