using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Formats;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Reads runs from tables and from the logs of trainers: the format is recognised by the content.</summary>
/// <remarks>
/// Columns are found by the names that training logs use (<c>n_params</c>, <c>tokens (B)</c>, <c>eval/loss</c>, ...), their units
/// by what stands in brackets. A missing one of N, D and C follows from the others; D also from steps and tokens a step, or
/// from unique tokens and epochs. Where two columns may hold one quantity, or a unit is not known, nothing is read and
/// <see cref="RunSet.Refusal"/> says what to state. Every row that is dropped has a note with the rule; nothing else is dropped.
/// </remarks>
public static class RunReader
{
    /// <summary>The runs of a text. Never throws over its content.</summary>
    public static RunSet Read(string text, RunReaderOptions? options = null)
    {
        options ??= new();
        return text.Length > options.MaxLength
            ? Refuse(options, $"it has '{Whole.Text(text.Length)}' characters; at most '{Whole.Text(options.MaxLength)}' are read")
            : Read(TextContent.Read(text), options);
    }

    /// <summary>The runs of a file: also Parquet, gzip and TensorBoard's event files. Never throws over its content.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static RunSet Read(Stream stream, RunReaderOptions? options = null)
    {
        options ??= new();
        return Read(FileContent.Read(stream, options.MaxLength, options.MaxRows), options);
    }

    private static RunSet Refuse(RunReaderOptions options, string why, IReadOnlyList<RunNote>? notes = null) => new()
    {
        Runs = [],
        Notes = notes ?? [],
        Source = options.Source,
        Refusal = $"'{options.Source}': {why}",
    };

    private static RunSet Read(TableReading content, RunReaderOptions options)
    {
        if (content.Table is not { } table)
            return Refuse(options, content.Refusal!);
        var notes = new List<RunNote>(table.Notes);
        var (rows, filtered, problem) = FilteredRows.Of(table, options.Where);
        if (problem is not null)
            return Refuse(options, problem, notes);
        table = rows;
        var by = options.By is null ? -1 : RowFilter.Find(options.By, table.Headers);
        if (options.By is not null && by < 0)
            return Refuse(options, $"there is no column '{Excerpt.Of(options.By)}'; the columns are '{ColumnChoice.Listed(table.Headers)}'", notes);
        if (BestRuns.WhyUnknown(options.BestOf) is { } unknown)
            return Refuse(options, unknown, notes);
        var choice = ColumnChoice.Of(table, options.Columns, options.BytesPerToken);
        if (choice.Refusal is { } refusal)
            return Refuse(options, refusal, notes);
        var reading = new RunReading
        {
            Source = options.Source,
            Format = table.Format,
            Columns = choice.Readings(column => IsRead(column.Field, choice)),
            Filtered = filtered,
            Remarks = [.. choice.Remarks, .. Unused(choice, options)],
        };
        if (options.Target != RunTarget.Loss)
            return TargetRows.Read(table, choice, options, notes, reading);
        if (CurveShape.IsOneRun(table, choice))
            return OneRun.Read(table, choice, options, notes, reading with { Rows = table.Rows.Count() });
        if (CurveShape.WhyUseless(table, choice, options) is { } useless)
            return Refuse(options, useless, notes);
        return Table(table, choice, by, options, notes, reading);
    }

    private static RunSet Table(LogTable table, ColumnChoice choice, int by, RunReaderOptions options, List<RunNote> notes, RunReading reading)
    {
        var runs = new List<TrainingRun>();
        var row = new RunRow(choice.Columns);
        var rows = 0;
        var texts = new HashSet<int>(choice.Columns.Values.Where(static column => column.IsText).Select(static column => column.Index)) { by };
        var numbers = new HashSet<int>(choice.Columns.Values.Select(static column => column.Index).Where(index => !texts.Contains(index)));
        foreach (var cells in table.RowsWith(texts, numbers))
        {
            if (++rows > options.MaxRows)
                return Refuse(options, $"it has more than '{Whole.Text(options.MaxRows)}' rows; split it, or keep a part with --where", notes);
            row.Read(cells);
            var parameters = StatedSize.OfRun(row.Text(RunField.Name), options) ?? options.Parameters ?? table.Parameters;
            if (RunRules.Read(row, options, parameters, options.TokensPerStep ?? table.TokensPerStep, notes) is { } run)
                runs.Add(by < 0 ? run : run with { Part = cells.Cell(by) ?? "" });
        }

        if (row.Grouped is { } grouped)
            reading = reading with { Remarks = [.. reading.Remarks, grouped] };
        if (Magnitudes.WhyImpossible(runs, choice) is { } impossible)
            return Refuse(options, impossible, notes);
        if (PointsInRuns.KeepLast(runs, options, notes) is { } open)
            return Refuse(options, open, notes);
        var unnamed = EvenRows.Read(runs, options, notes);
        if (unnamed.Refusal is { } unclear)
            return Refuse(options, unclear, notes);
        if (unnamed.Assumed is { } assumed)
            reading = reading with { Remarks = [.. reading.Remarks, assumed] };
        if (options.BestOf.Count > 0)
            BestRuns.Keep(runs, options.BestOf, notes);
        else if (SearchedRates.Of(table, choice) is { } searched)
            reading = reading with { Remarks = [.. reading.Remarks, searched] };
        notes.AddRange(RunRules.CheckTogether(runs));
        var convention = options.Convention ?? ConventionOf(choice);
        return new()
        {
            Runs = runs,
            Notes = notes,
            Source = options.Source,
            Convention = convention ?? ParameterConvention.Active,
            ConventionIsAssumed = convention is null,
            Readings = [reading with { Rows = rows, Runs = runs.Count }],
        };
    }

    // A choice among rows that no column allows is no choice.
    private static IEnumerable<string> Unused(ColumnChoice choice, RunReaderOptions options)
    {
        if (options.DropFlagged && !choice.Has(RunField.Flag))
            yield return "no column flags rows: --drop-flagged leaves out none; name one with --column outlier=..., or leave out rows with --where";
        if (options.WarmUpSteps > 0 && !choice.Has(RunField.Steps))
            yield return "no column holds steps: --warmup leaves out no row; name one with --column steps=..., or leave out rows with --where";
    }

    private static ParameterConvention? ConventionOf(ColumnChoice choice) =>
        choice.Columns.TryGetValue(RunField.Parameters, out var column) ? column.Convention : null;

    private static bool IsRead(RunField field, ColumnChoice choice) => field switch
    {
        RunField.Epochs => choice.Has(RunField.UniqueTokens) && !choice.Has(RunField.Tokens),
        RunField.Ratio => !choice.Has(RunField.Tokens) && !(choice.Has(RunField.Compute) && choice.Has(RunField.Parameters)),
        RunField.LearningRate or RunField.CriticalBatch => false,
        _ => true,
    };
}
