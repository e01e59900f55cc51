using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting;

/// <summary>Reads curves of loss by step: TensorBoard's CSV, wandb's chart export, and tables with step, loss and lr.</summary>
public static class CurveReader
{
    private static readonly string[] StepNames = ["step", "steps", "global_step", "_step", "trainer/global_step"];
    private static readonly string[] RateNames = ["lr", "learning_rate", "train/lr", "train/learning_rate"];

    /// <summary>The curves of a CSV text: one for each column that is a loss. Never throws over its content.</summary>
    public static CurveSet Read(string text, RunReaderOptions? options = null)
    {
        options ??= new();
        var notes = new List<RunNote>();
        if (text.Length > options.MaxLength)
            return new([], [new(0, RunRule.Truncated, true, $"'{options.Source}' has '{Whole.Text(text.Length)}' characters; at most '{Whole.Text(options.MaxLength)}' are read")]);
        var rows = CsvRows.Read(text.TrimStart('\uFEFF')).Take(options.MaxRows + 1).ToList();
        if (rows.Count == 0)
            return new([], [new(0, RunRule.Missing, true, $"'{options.Source}' is empty")]);
        var header = rows[0].Cells;
        var step = Find(header, StepNames);
        var losses = Enumerable.Range(0, header.Count).Where(i => i != step && IsLoss(header[i])).ToList();
        if (step < 0 || losses.Count == 0)
        {
            notes.Add(new(1, RunRule.Missing, true, $"no columns hold a step and a loss: found '{Excerpt.Of(string.Join("', '", header.Take(12)))}'"));
            return new([], notes);
        }

        var rate = Find(header, RateNames);
        var curves = losses.ConvertAll(loss => Curve(header[loss], rows, step, loss, rate, options, notes));
        return new([.. curves.Where(static curve => curve.Steps.Count > 0)], notes);
    }

    private static TrainingCurve Curve(
        string name, List<(int Line, List<string> Cells)> rows, int step, int loss, int rate, RunReaderOptions options, List<RunNote> notes)
    {
        var points = new SortedDictionary<double, (double Loss, double Rate)>();
        foreach (var (line, cells) in rows.Skip(1))
        {
            // wandb leaves a cell empty at steps that another run logged.
            if (Math.Max(step, loss) >= cells.Count || cells[loss].Length == 0)
                continue;
            if (!Parse(cells[step], out var at))
                notes.Add(new(line, RunRule.Unreadable, true, $"the step is '{Excerpt.Of(cells[step])}'; expected a number"));
            else if (!Parse(cells[loss], out var value) || value <= 0)
                notes.Add(new(line, RunRule.Diverged, true, $"'{name}' is '{Excerpt.Of(cells[loss])}'; expected a positive number"));
            else if (at < options.WarmUpSteps)
                notes.Add(new(line, RunRule.WarmUp, true, $"step '{NumberText.Compact(at)}' lies within the warm-up of '{NumberText.Compact(options.WarmUpSteps)}'"));
            else if (points.ContainsKey(at))
                notes.Add(new(line, RunRule.Duplicate, true, $"step '{NumberText.Compact(at)}' was logged before"));
            else
                points[at] = (value, rate >= 0 && rate < cells.Count && Parse(cells[rate], out var lr) ? lr : double.NaN);
        }

        return new()
        {
            Name = name,
            Steps = [.. points.Keys],
            Losses = [.. points.Values.Select(static p => p.Loss)],
            LearningRates = rate < 0 ? null : [.. points.Values.Select(static p => p.Rate)],
        };
    }

    private static int Find(List<string> header, string[] names) =>
        header.FindIndex(h => names.Contains(h.ToLowerInvariant(), StringComparer.Ordinal));

    private static bool IsLoss(string header)
    {
        var name = header.ToLowerInvariant();
        return name is "value" || (name.Holds("loss")
            && !name.EndsWith("__min", StringComparison.Ordinal) && !name.EndsWith("__max", StringComparison.Ordinal));
    }

    private static bool Parse(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsNaN(value) && !double.IsInfinity(value);
}
