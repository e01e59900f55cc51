using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>A point of a curve.</summary>
internal readonly record struct CurvePoint(double Step, double Loss, double? Tokens, double? Rate);

/// <summary>Rows as the points of one curve, by step: of a step that was logged again the last counts.</summary>
internal static class CurveRows
{
    internal static List<CurvePoint> Read(LogTable table, ColumnChoice choice, RunReaderOptions options, List<RunNote> notes)
    {
        var row = new RunRow(choice.Columns);
        var points = new SortedDictionary<double, CurvePoint>();
        var tokensAt = new SortedDictionary<double, double>();
        foreach (var cells in table.Rows)
        {
            row.Read(cells);
            if (row.Text(RunField.Loss) is null)
            {
                if (row.Number(RunField.Steps, zero: true) is { } at && row.Number(RunField.Tokens, zero: true) is { } seen)
                    tokensAt[at] = seen;
                continue;
            }

            var loss = row.Number(RunField.Loss);
            var tokens = row.Number(RunField.Tokens, zero: true);
            var step = row.Number(RunField.Steps, zero: true) ?? (choice.Has(RunField.Steps) && row.Text(RunField.Steps) is not null && row.Problem is null ? 0 : tokens);
            if (row.NotFinite)
                notes.Add(new(row.Line, RunRule.Diverged, true, row.Problem!));
            else if (loss is null || step is null)
                notes.Add(new(row.Line, RunRule.Unreadable, true, row.Problem ?? "the row has no step"));
            else if (step < options.WarmUpSteps)
                notes.Add(new(row.Line, RunRule.WarmUp, true, $"step '{NumberText.Compact(step.Value)}' lies within the warm-up of '{NumberText.Compact(options.WarmUpSteps)}'"));
            else
            {
                if (points.ContainsKey(step.Value))
                    notes.Add(new(row.Line, RunRule.InsideRun, true, "the step was logged before, as before a resume: the last one counts"));
                points[step.Value] = new(step.Value, loss.Value, tokens, row.Number(RunField.LearningRate, zero: true));
            }
        }

        foreach (var point in points.Values.Where(static point => point.Tokens is not null))
            tokensAt[point.Step] = point.Tokens!.Value;
        return Completed([.. points.Values], tokensAt);
    }

    // Evaluations are often logged without the tokens so far: those of the step, or of the last one before it, in proportion.
    private static List<CurvePoint> Completed(List<CurvePoint> points, SortedDictionary<double, double> tokensAt)
    {
        var known = tokensAt.Where(static at => at.Key > 0).ToArray();
        if (known.Length == 0 || points.TrueForAll(static point => point.Tokens is not null))
            return points;
        var steps = Array.ConvertAll(known, static at => at.Key);
        return points.ConvertAll(point =>
        {
            if (point.Tokens is not null || point.Step <= 0)
                return point;
            var at = Array.BinarySearch(steps, point.Step);
            var near = known[at >= 0 ? at : Math.Max(0, ~at - 1)];
            return point with { Tokens = near.Value * (point.Step / near.Key) };
        });
    }
}
