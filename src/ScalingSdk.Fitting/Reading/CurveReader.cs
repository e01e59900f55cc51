using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Formats;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Reads curves of loss by step from the logs of trainers, TensorBoard's files, wandb's exports and tables.</summary>
public static class CurveReader
{
    /// <summary>The curves of a text. Never throws over its content.</summary>
    public static CurveSet Read(string text, RunReaderOptions? options = null)
    {
        options ??= new();
        return text.Length > options.MaxLength
            ? Refuse(options, $"it has '{Whole.Text(text.Length)}' characters; at most '{Whole.Text(options.MaxLength)}' are read")
            : Read(TextContent.Read(text), options);
    }

    /// <summary>The curves of a file. Never throws over its content.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static CurveSet Read(Stream stream, RunReaderOptions? options = null)
    {
        options ??= new();
        return Read(FileContent.Read(stream, options.MaxLength, options.MaxRows), options);
    }

    private static CurveSet Refuse(RunReaderOptions options, string why) =>
        new([], [new(0, RunRule.Refused, true, $"'{options.Source}': {why}")]) { Refusal = $"'{options.Source}': {why}" };

    private static CurveSet Read(TableReading content, RunReaderOptions options)
    {
        if (content.Table is not { } whole)
            return Refuse(options, content.Refusal!);
        var (table, filtered, problem) = FilteredRows.Of(whole, options.Where);
        if (problem is not null)
            return Refuse(options, problem);
        var choice = ColumnChoice.Of(table, options.Columns, options.BytesPerToken);
        if (choice.Refusal is { } refusal)
            return Refuse(options, refusal);
        if (!choice.Has(RunField.Loss) || !(choice.Has(RunField.Steps) || choice.Has(RunField.Tokens)))
            return Refuse(options, $"no columns hold a step and a loss; the columns are '{ColumnChoice.Listed(table.Headers)}'; state them: --column steps=... --column loss=...");
        var notes = new List<RunNote>(table.Notes);
        var curves = Runs(table, choice).Select(run => Curve(table.With(run.Rows), choice, options, notes, run.Name)).Where(static curve => curve.Steps.Count > 0).ToList();
        return new(curves, notes)
        {
            Convention = options.Convention ?? (choice.Columns.TryGetValue(RunField.Parameters, out var size) ? size.Convention : null),
            Corpora = choice.Columns.TryGetValue(RunField.Corpus, out var corpus) ? [.. table.Rows.Select(row => row.Cell(corpus.Index)).OfType<string>().Distinct(StringComparer.Ordinal)] : [],
            Refusal = curves.Count == 0 ? $"'{options.Source}' has no row with a step and a loss" : null,
            Readings = [new()
            {
                Source = options.Source,
                Format = table.Format,
                Columns = choice.Readings(static column => column.Field is RunField.Parameters or RunField.Steps or RunField.Tokens or RunField.Loss or RunField.LearningRate or RunField.Name or RunField.Corpus),
                Rows = table.Rows.Count(),
                Filtered = filtered,
                Runs = curves.Count,
                Remarks = choice.Remarks,
            }],
        };
    }

    // A log is one run; a table has a run for each name.
    private static IEnumerable<(string? Name, IEnumerable<LogRow> Rows)> Runs(LogTable table, ColumnChoice choice) =>
        !choice.Columns.TryGetValue(RunField.Name, out var name) || table.IsCurve
            ? [(null, table.Rows)]
            : table.Rows.Where(row => row.Cell(name.Index) is not null).GroupBy(row => row.Cell(name.Index)!, StringComparer.Ordinal).Select(static run => ((string?)run.Key, (IEnumerable<LogRow>)run));

    private static TrainingCurve Curve(LogTable table, ColumnChoice choice, RunReaderOptions options, List<RunNote> notes, string? name)
    {
        var points = CurveRows.Read(table, choice, options, notes);
        var row = new RunRow(choice.Columns);
        var stated = choice.Has(RunField.Parameters) ? table.Rows.Select(cells => row.Read(cells).Number(RunField.Parameters)).FirstOrDefault(static n => n is not null) : null;
        return new()
        {
            Name = name ?? options.Source,
            Steps = [.. points.Select(static point => point.Step)],
            Losses = [.. points.Select(static point => point.Loss)],
            LearningRates = points.Exists(static point => point.Rate is not null) ? [.. points.Select(static point => point.Rate ?? double.NaN)] : null,
            Tokens = points.TrueForAll(static point => point.Tokens is not null) ? [.. points.Select(static point => point.Tokens!.Value)] : null,
            TokensPerStep = options.TokensPerStep ?? table.TokensPerStep,
            Parameters = stated ?? (name is null ? StatedSize.OfLog(options) : StatedSize.OfRun(name, options)) ?? options.Parameters ?? table.Parameters,
        };
    }
}
