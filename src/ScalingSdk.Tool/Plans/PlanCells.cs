using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Plans;

/// <summary>Figures of a plan as cells of a table: number, interval, and a star where the law was not observed there.</summary>
internal static class PlanCells
{
    public static string Number(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), NumberText.Compact);

    public static string Loss(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), static value => NumberText.Round(Math.Round(value, 3)));

    public static string Compute(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), static value => NumberText.Scientific(value, 2));

    public static string Percent(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), NumberText.Percent);

    public static string Bytes(this TrainingPlan? plan, FigureKey key) => Cell(plan?.Find(key), Gigabytes);

    /// <summary>The learning rate: the stated one, a law's, or the two ends of two laws.</summary>
    public static string LearningRate(this TrainingPlan? plan)
    {
        static string Text(double value) => NumberText.Scientific(value, 2);
        if (plan?.Find(LearningRateFigures.LearningRate) is { } stated)
            return Text(stated.Value);
        if (plan?.Find(LearningRateFigures.ProposedLearningRate) is { } one)
            return Cell(one, Text);
        return plan?.Find(LearningRateFigures.ProposedLearningRateLow) is { } low && plan.Find(LearningRateFigures.ProposedLearningRateHigh) is { } high
            ? $"{Text(low.Value)} .. {Text(high.Value)}{(Outside(low) || Outside(high) ? " *" : "")}"
            : "";
    }

    /// <summary>Who answered, without the constants.</summary>
    public static string Source(this TrainingPlan? plan, params FigureKey[] keys) => string.Join(", ", keys
        .Select(key => plan?.Find(key) is { } figure ? figure.Law ?? figure.Source : null)
        .Where(static source => source is not null)
        .Distinct(StringComparer.Ordinal));

    public static bool Outside(Figure figure) => figure.Outside is { Inside: false };

    /// <summary>"2.2 .. 2.81B": a unit that both ends have stands once.</summary>
    public static string Interval(string low, string high)
    {
        var unit = high.TrimStart([.. "0123456789.,"]);
        return unit.Length > 0 && !unit.Contains('e', StringComparison.Ordinal) && low.EndsWith(unit, StringComparison.Ordinal)
            ? $"{low[..^unit.Length]} .. {high}"
            : $"{low} .. {high}";
    }

    private static string Gigabytes(double bytes) => NumberText.Compact(new ByteSize(bytes).Gigabytes) + " GB";

    private static string Cell(Figure? figure, Func<double, string> text)
    {
        if (figure is null)
            return "";
        var interval = figure.Range is { } range ? $" ({Interval(text(range.Low), text(range.High))})" : "";
        return text(figure.Value) + interval + (Outside(figure) ? " *" : "");
    }
}
