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
        return Read(FileContent.Read(stream, options.MaxLength), options);
    }

    private static CurveSet Refuse(RunReaderOptions options, string why) => new([], [new(0, RunRule.Refused, true, $"'{options.Source}': {why}")]);

    private static CurveSet Read(TableReading content, RunReaderOptions options)
    {
        if (content.Table is not { } table)
            return Refuse(options, content.Refusal!);
        var choice = ColumnChoice.Of(table, options.Columns, options.BytesPerToken);
        if (choice.Refusal is { } refusal)
            return Refuse(options, refusal);
        if (!choice.Has(RunField.Loss) || !(choice.Has(RunField.Steps) || choice.Has(RunField.Tokens)))
            return Refuse(options, $"no columns hold a step and a loss; the columns are '{ColumnChoice.Listed(table.Headers)}'; state them: --column steps=... --column loss=...");
        var notes = new List<RunNote>(table.Notes);
        var header = choice.Columns[RunField.Loss].Header;
        if (!choice.Columns.TryGetValue(RunField.Name, out var name) || table.IsCurve)
            return new(Curves([Curve(table, choice, options, notes, header, null)]), notes);
        var names = table.Rows.Select(row => row.Cell(name.Index)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(
            Curves(names.Select(one => Curve(table, choice, options, notes, one, row => string.Equals(row.Cell(name.Index), one, StringComparison.Ordinal)))), notes);
    }

    private static IReadOnlyList<TrainingCurve> Curves(IEnumerable<TrainingCurve> curves) => [.. curves.Where(static curve => curve.Steps.Count > 0)];

    private static TrainingCurve Curve(LogTable table, ColumnChoice choice, RunReaderOptions options, List<RunNote> notes, string name, Predicate<LogRow>? of)
    {
        var points = CurveRows.Read(table, choice, options, notes, of);
        return new()
        {
            Name = name,
            Steps = [.. points.Select(static point => point.Step)],
            Losses = [.. points.Select(static point => point.Loss)],
            LearningRates = points.Exists(static point => point.Rate is not null) ? [.. points.Select(static point => point.Rate ?? double.NaN)] : null,
            Tokens = points.TrueForAll(static point => point.Tokens is not null) ? [.. points.Select(static point => point.Tokens!.Value)] : null,
            TokensPerStep = options.TokensPerStep ?? table.TokensPerStep,
            Parameters = options.Parameters ?? table.Parameters,
        };
    }
}
