using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Of runs that differ in what was searched (a learning rate, a batch), the one with the lowest loss.</summary>
internal static class BestRuns
{
    private static readonly string[] Known = ["size", "tokens", "compute", "corpus", "group"];

    /// <summary>Why a key is none; null where all are known.</summary>
    internal static string? WhyUnknown(IReadOnlyList<string> keys) => keys.FirstOrDefault(static key => Array.IndexOf(Known, key) < 0) is { } unknown
        ? $"the best run is kept of '{string.Join("', '", Known)}', not of '{Excerpt.Of(unknown)}'{(Suggest.Nearest(unknown, Known) is { } near ? "; " + Suggest.Hint(near) : "")}"
        : null;

    internal static void Keep(List<TrainingRun> runs, IReadOnlyList<string> keys, List<RunNote> notes)
    {
        var best = new Dictionary<string, TrainingRun>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            var key = Key(run, keys);
            if (!best.TryGetValue(key, out var before) || run.Loss < before.Loss)
                best[key] = run;
        }

        var left = runs.FindAll(run => !ReferenceEquals(best[Key(run, keys)], run));
        foreach (var run in left)
            notes.Add(new(run.Line, RunRule.NotBest, true, $"another run of the same {string.Join(" and ", keys)} has a lower loss"));
        runs.RemoveAll(run => !ReferenceEquals(best[Key(run, keys)], run));
    }

    private static string Key(TrainingRun run, IReadOnlyList<string> keys) => string.Join("|", keys.Select(key => key switch
    {
        "size" => Logarithm(run.Parameters, 1e-3),
        "tokens" => Logarithm(run.Tokens, 1e-2),
        "compute" => Logarithm(run.Compute, 5e-2),
        "corpus" => run.Corpus,
        _ => run.Group,
    }).Append(run.Part));

    // Values within the share are one.
    private static string Logarithm(double value, double share) => Whole.Text((int)Math.Round(Math.Log(value) / share));
}
