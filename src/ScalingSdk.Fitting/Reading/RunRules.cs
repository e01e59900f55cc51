using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>The rules by which a row becomes a run, is dropped or is remarked on.</summary>
internal static class RunRules
{
    /// <summary>C within this factor of 6 N D is the same convention.</summary>
    private const double ComputeFactor = 1.6;

    /// <summary>A loss this much above that of a run smaller in N and in D is suspect.</summary>
    private const double SuspectFactor = 1.1;

    private static readonly string[] Failed = ["crashed", "failed", "killed", "diverged"];

    private static readonly string[] Yes = ["true", "1", "yes"];

    internal static TrainingRun? Read(RunRow row, RunReaderOptions options, double? parameters, double? tokensPerStep, List<RunNote> notes)
    {
        double? n = row.Number(RunField.Parameters) ?? parameters, d = row.Number(RunField.Tokens), c = row.Number(RunField.Compute);
        double? loss = row.Number(RunField.Loss), steps = row.Number(RunField.Steps, zero: true), unique = row.Number(RunField.UniqueTokens);
        d ??= steps * (row.Number(RunField.BatchTokens) ?? tokensPerStep) ?? (row.Number(RunField.Epochs, zero: true) * unique) ?? (c is null ? n * row.Number(RunField.Ratio) : null);
        if (n is null && d is null && c is not null && row.Number(RunField.Ratio) is { } ratio)
            d = Math.Sqrt(c.Value * ratio / 6);
        double? experts = row.Number(RunField.Experts), weight = row.Number(RunField.Weight);
        TrainingRun? Drop(RunRule rule, string text)
        {
            notes.Add(new(row.Line, rule, true, text));
            return null;
        }

        if (row.NotFinite)
            return Drop(RunRule.Diverged, row.Problem!);
        if (row.Text(RunField.State) is { } state && Array.Exists(Failed, failed => string.Equals(failed, state, StringComparison.OrdinalIgnoreCase)))
            return Drop(RunRule.Diverged, $"the state is '{Excerpt.Of(state)}'");
        if (row.Problem is { } problem)
            return Drop(RunRule.Unreadable, problem);
        var flagged = row.Text(RunField.Flag) is { } flag && Array.Exists(Yes, yes => string.Equals(yes, flag, StringComparison.OrdinalIgnoreCase));
        if (options.DropFlagged && flagged)
            return Drop(RunRule.Flagged, "the data flag it as an outlier");
        if (steps < options.WarmUpSteps)
            return Drop(RunRule.WarmUp, $"'{NumberText.Compact(steps.Value)}' steps lie within the warm-up of '{NumberText.Compact(options.WarmUpSteps)}'");
        if (loss is null)
            return Drop(RunRule.Missing, "the row has no loss");
        if ((n is null ? 0 : 1) + (d is null ? 0 : 1) + (c is null ? 0 : 1) < 2)
            return Drop(RunRule.Missing, "the row has fewer than two of parameters, tokens and compute");
        if (flagged)
            notes.Add(new(row.Line, RunRule.Flagged, false, "the data flag it as an outlier; --drop-flagged leaves it out"));
        CheckCompute(row.Line, n, d, c, notes);
        n ??= c!.Value / (6 * d!.Value);
        d ??= c!.Value / (6 * n.Value);
        return new()
        {
            Parameters = n.Value,
            Tokens = d.Value,
            Compute = c ?? 0,
            Loss = loss.Value,
            UniqueTokens = unique,
            Steps = steps,
            Experts = experts,
            Weight = weight ?? 1,
            Corpus = row.Text(RunField.Corpus),
            Group = row.Text(RunField.Group),
            Name = row.Text(RunField.Name),
            Line = row.Line,
        };
    }

    /// <summary>Drops repeated rows and remarks on losses that no smaller run would have.</summary>
    internal static IEnumerable<RunNote> CheckTogether(List<TrainingRun> runs)
    {
        var notes = new List<RunNote>();
        var alike = Alike(runs);
        if (alike.Count > 0)
        {
            var seen = new Dictionary<TrainingRun, int>(SameRun.Instance);
            runs.RemoveAll(run =>
            {
                if (!alike.Contains(Key(run)))
                    return false;
                if (!seen.TryGetValue(run, out var first))
                {
                    seen.Add(run, run.Line);
                    return false;
                }

                notes.Add(new(run.Line, RunRule.Duplicate, true, $"repeats line '{Whole.Text(first)}' in every field"));
                return true;
            });
        }

        notes.AddRange(Suspects(runs));
        return notes;
    }

    // Sorted numbers tell runs that may repeat from a million others at a third of what a table of them all costs.
    private static HashSet<double> Alike(List<TrainingRun> runs)
    {
        var keys = runs.ConvertAll(Key).ToArray();
        Array.Sort(keys);
        var alike = new HashSet<double>();
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i].Equals(keys[i - 1]))
                alike.Add(keys[i]);
        }

        return alike;
    }

    private static double Key(TrainingRun run) => run.Loss * run.Parameters / run.Tokens;

    private static void CheckCompute(int line, double? n, double? d, double? c, List<RunNote> notes)
    {
        if (n is null)
            notes.Add(new(line, RunRule.Derived, false, "N is C / (6 D)"));
        else if (d is null)
            notes.Add(new(line, RunRule.Derived, false, "D is C / (6 N)"));
        else if (c is not null && c.Value / (6 * n.Value * d.Value) is var ratio && (ratio > ComputeFactor || ratio < 1 / ComputeFactor))
            notes.Add(new(line, RunRule.Convention, false, $"C is '{NumberText.Compact(ratio)}' times 6 N D: is N without embeddings, or C with attention?"));
    }

    // Sorted by N, the least loss of the runs before with fewer tokens; quadratic work is bounded.
    private static IEnumerable<RunNote> Suspects(List<TrainingRun> runs)
    {
        const int MostCompared = 4000;
        if (runs.Count > MostCompared)
            yield break;
        foreach (var run in runs)
        {
            var smaller = runs.Find(other => other.Parameters <= run.Parameters && other.Tokens <= run.Tokens && other.Loss * SuspectFactor < run.Loss
                && string.Equals(other.Corpus, run.Corpus, StringComparison.Ordinal) && other.Experts == run.Experts);
            if (smaller is not null)
                yield return new(run.Line, RunRule.Suspect, false, $"its loss '{NumberText.Compact(run.Loss)}' is far above '{NumberText.Compact(smaller.Loss)}' of line '{Whole.Text(smaller.Line)}', which has no more parameters and no more tokens");
        }
    }
}
