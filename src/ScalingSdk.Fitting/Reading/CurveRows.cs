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
        foreach (var cells in table.Rows)
        {
            row.Read(cells);
            if (row.Text(RunField.Loss) is null)
                continue;
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

        return [.. points.Values];
    }
}
