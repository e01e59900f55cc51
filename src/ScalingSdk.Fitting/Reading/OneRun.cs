using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>The log of one run as the run that it is: the loss at its end.</summary>
internal static class OneRun
{
    /// <summary>A training loss scatters: its mean over this last share of the steps counts.</summary>
    private const double LastShare = 0.05;

    internal static RunSet Read(LogTable table, ColumnChoice choice, RunReaderOptions options, List<RunNote> notes, RunReading reading)
    {
        RunSet Refuse(string why) => new() { Runs = [], Notes = notes, Source = options.Source, Refusal = why };
        var points = CurveRows.Read(table, choice, options, notes);
        if (points.Count == 0)
            return Refuse($"'{options.Source}' is the log of one run ({table.Format}) without a point that has a step and a loss");
        var last = points[points.Count - 1];
        var tokensPerStep = options.TokensPerStep ?? table.TokensPerStep;
        var n = StatedSize.OfLog(options) ?? options.Parameters ?? table.Parameters;
        var d = last.Tokens ?? (last.Step * tokensPerStep);
        if (n is null || d is null)
        {
            var what = $"'{options.Source}' is the log of one run ({table.Format}, {NumberText.Grouped(points.Count)} point{(points.Count == 1 ? "" : "s")} to step {NumberText.Grouped(last.Step)})";
            var noSize = n is null ? "the parameters of its model: --param 124M, or a config.json beside it" : null;
            var step = d is null ? table.SequencesPerStep is { } sequences
                ? $"the tokens of a step, {NumberText.Grouped(sequences)} sequences of its batch times their length: --tokens-per-step {NumberText.Round(2048 * sequences)} where they have 2,048"
                : "the tokens of a step: --tokens-per-step 524288" : null;
            return Refuse($"{what}; it does not say {string.Join(", nor ", new[] { noSize, step }.OfType<string>())}");
        }

        var loss = choice.Columns[RunField.Loss];
        var end = LossNames.KindOf(loss.Header) == LossKind.Evaluation ? [last] : points.FindAll(point => point.Step > (1 - LastShare) * last.Step);
        var remark = end.Count > 1
            ? $"the loss of a run is the mean of its last {NumberText.Grouped(end.Count)} points: '{Excerpt.Of(loss.Header)}' is of training batches, which scatter"
            : $"the loss of a run is its last point: '{Excerpt.Of(loss.Header)}' at step {NumberText.Grouped(last.Step)}";
        var size = StatedSize.OfLog(options) is not null || options.Parameters is not null ? "stated" : "as the log says";
        var tokens = last.Tokens is not null ? "as the log says" : $"{NumberText.Grouped(last.Step)} steps of {NumberText.Grouped(tokensPerStep!.Value)} tokens";
        var counts = $"N is {NumberText.Compact(n.Value)}, {size}; D is {NumberText.Compact(d.Value)}, {tokens}";
        var run = new TrainingRun
        {
            Parameters = n.Value,
            Tokens = d.Value,
            Loss = end.Average(static point => point.Loss),
            Steps = last.Step > 0 ? last.Step : null,
            Name = options.Source,
        };
        return new()
        {
            Runs = [run],
            Notes = notes,
            Source = options.Source,
            Convention = options.Convention ?? Quantities.ParameterConvention.Active,
            ConventionIsAssumed = options.Convention is null,
            Readings = [reading with { Runs = 1, Remarks = [.. reading.Remarks, counts, remark] }],
        };
    }
}
