using ScalingSdk.Planning;
using ScalingSdk.Text;

namespace ScalingSdk.Reports;

/// <summary>The derivation of a plan as lines to read: each figure from what it was computed, by whom, how sure.</summary>
internal static class Explanation
{
    /// <summary>The derivation as lines to read: every figure with formula, source, inputs, interval and validity.</summary>
    public static IReadOnlyList<string> Explain(this TrainingPlan plan) =>
    [
        .. plan.Figures.Select(Line),
        .. plan.Assumptions.Select(static text => "assumed: " + text),
        .. PlanNotes.Of(plan).Select(static text => "note: " + text),
    ];

    private static string Line(Figure figure)
    {
        var unit = figure.Unit.Length == 0 ? "" : " " + figure.Unit;
        var convention = figure.Convention.Length == 0 ? "" : $" [{figure.Convention}]";
        var range = figure.Range is { } ends ? $" ({NumberText.Compact(ends.Low)} .. {NumberText.Compact(ends.High)}, {ends.Meaning})" : "";
        var inputs = figure.Inputs.Count == 0 ? "" : $", from {string.Join(", ", figure.Inputs.Select(static input => input.Name))}";
        var validity = figure.Validity.Length == 0 ? "" : $"; {figure.Validity}";
        return $"{figure.Key} = {figure.Number}{unit}{convention}{range}: {figure.Formula}; {figure.Source}{inputs}{validity}";
    }
}
