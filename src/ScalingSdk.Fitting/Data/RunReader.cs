using ScalingSdk.Fitting.Data;
using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting;

/// <summary>Reads runs from CSV or JSON Lines with named columns: own tables and the exports of wandb.</summary>
/// <remarks>
/// Columns are found by the names that training logs use (<c>n_params</c>, <c>tokens (B)</c>, <c>eval/loss</c>, ...), their units
/// by what stands in brackets. A missing one of N, D and C follows from the others; D also from steps and tokens a step, or
/// from unique tokens and epochs. Every row that is dropped has a note with the rule; nothing else is dropped.
/// </remarks>
public static class RunReader
{
    /// <summary>The runs of a text. Never throws over its content.</summary>
    public static RunSet Read(string text, RunReaderOptions? options = null)
    {
        options ??= new();
        var notes = new List<RunNote>();
        if (text.Length > options.MaxLength)
        {
            notes.Add(new(0, RunRule.Truncated, true, $"'{options.Source}' has '{Whole.Text(text.Length)}' characters; at most '{Whole.Text(options.MaxLength)}' are read"));
            return new() { Runs = [], Notes = notes, Source = options.Source };
        }

        var rows = IsJson(text) ? JsonRows(text, options, notes) : TableRows(text, options, notes);
        var runs = new List<TrainingRun>();
        ParameterConvention? convention = null;
        var read = 0;
        foreach (var row in rows)
        {
            if (read++ >= options.MaxRows)
            {
                notes.Add(new(row.Line, RunRule.Truncated, true, $"more than '{Whole.Text(options.MaxRows)}' rows; this one and those below are not read"));
                break;
            }

            if (RunRules.Read(row, options, notes) is { } run)
                runs.Add(run);
            convention ??= row.Convention;
        }

        notes.AddRange(RunRules.CheckTogether(runs));
        if (options.Convention is null && convention is null && runs.Count > 0)
            notes.Insert(0, new(0, RunRule.Derived, false, "no column says what N counts: total (active) parameters are assumed; state the convention where N leaves out embeddings"));
        return new()
        {
            Runs = runs,
            Notes = notes,
            Source = options.Source,
            Convention = options.Convention ?? convention ?? ParameterConvention.Active,
        };
    }

    private static bool IsJson(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
            at++;
        return at < text.Length && text[at] == '{';
    }

    private static IEnumerable<RunRow> TableRows(string text, RunReaderOptions options, List<RunNote> notes)
    {
        RunColumn?[]? columns = null;
        foreach (var (line, cells) in CsvRows.Read(text.TrimStart('\uFEFF')))
        {
            if (columns is null)
            {
                columns = RunColumns.Choose(cells, options.Columns);
                if (RunColumns.WhyUseless(columns, cells) is { } why)
                {
                    notes.Add(new(line, RunRule.Missing, true, why));
                    yield break;
                }

                continue;
            }

            var found = new Dictionary<RunField, (RunColumn Column, string Cell)>();
            for (var i = 0; i < Math.Min(cells.Count, columns.Length); i++)
            {
                if (columns[i] is { } column)
                    found[column.Field] = (column, cells[i]);
            }

            yield return new(line, found);
        }
    }

    private static IEnumerable<RunRow> JsonRows(string text, RunReaderOptions options, List<RunNote> notes)
    {
        var parts = 0;
        var unreadable = 0;
        foreach (var (line, members, problem) in JsonLineRows.Read(text.TrimStart('\uFEFF')))
        {
            if (members is null)
            {
                if (unreadable++ >= options.MaxRows)
                    yield break;
                notes.Add(new(line, RunRule.Unreadable, true, problem ?? "is not JSON"));
                continue;
            }

            // A run log: the losses inside a run are not those of a schedule that ends there.
            if (members.TryGetValue("record", out var record) && record is "start" or "step" or "event")
            {
                parts++;
                continue;
            }

            var names = members.Keys.ToList();
            var columns = RunColumns.Choose(names, options.Columns);
            var found = new Dictionary<RunField, (RunColumn Column, string Cell)>();
            for (var i = 0; i < names.Count; i++)
            {
                if (columns[i] is { } column)
                    found[column.Field] = (column, members[names[i]]);
            }

            yield return new(line, found);
        }

        if (parts > 0)
            notes.Add(new(0, RunRule.Derived, false, $"'{Whole.Text(parts)}' lines are the steps and events of a run log; its line 'run' alone is a run"));
    }
}
