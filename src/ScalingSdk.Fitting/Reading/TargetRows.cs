using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Rows of what is not a loss: measured critical batches by loss, or best learning rates by size and tokens.</summary>
internal static class TargetRows
{
    internal static RunSet Read(LogTable table, ColumnChoice choice, RunReaderOptions options, List<RunNote> notes, RunReading reading)
    {
        RunField[] needed = options.Target == RunTarget.CriticalBatch ? [RunField.Loss, RunField.CriticalBatch] : [RunField.Parameters, RunField.Tokens, RunField.LearningRate];
        if (Array.Find(needed, field => !choice.Has(field)) is var lacks && lacks != RunField.None)
            return new() { Runs = [], Notes = notes, Source = options.Source, Refusal = $"'{options.Source}': no column holds '{ColumnNames.Of(lacks)}'; the columns are '{ColumnChoice.Listed(table.Headers)}'; state it: --column \"{ColumnNames.Of(lacks)}=...\"" };
        var runs = new List<TrainingRun>();
        var row = new RunRow(choice.Columns);
        var rows = 0;
        foreach (var cells in table.Rows)
        {
            rows++;
            row.Read(cells);
            var values = needed.Select(field => row.Number(field)).ToArray();
            if (Array.Exists(values, static value => value is null))
                notes.Add(new(row.Line, RunRule.Missing, true, row.Problem ?? "a cell is empty"));
            else if (options.Target == RunTarget.CriticalBatch)
                runs.Add(new MeasuredBatch(values[0]!.Value, values[1]!.Value).AsPoint(row.Line));
            else
                runs.Add(new SearchedBest(values[0]!.Value, values[1]!.Value, values[2]!.Value).AsPoint(row.Line));
        }

        return new()
        {
            Runs = runs,
            Notes = notes,
            Source = options.Source,
            Readings = [reading with { Rows = rows, Runs = runs.Count, Columns = choice.Readings(column => Array.IndexOf(needed, column.Field) >= 0) }],
        };
    }
}
