using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting.Data;

/// <summary>Runs to fit, what their N counts, and a note for every row that was dropped or remarked on.</summary>
public sealed partial record RunSet
{
    /// <summary>The runs that a law is fitted to.</summary>
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    /// <summary>What N counts in these runs.</summary>
    public ParameterConvention Convention { get; init; } = ParameterConvention.Active;

    /// <summary>True where nothing says what N counts.</summary>
    public bool ConventionIsAssumed { get; init; }

    /// <summary>Why there are no runs: what the file is, or which choice it leaves open, and what to state; null where it was read.</summary>
    public string? Refusal { get; init; }

    /// <summary>How each file was read.</summary>
    public IReadOnlyList<RunReading> Readings { get; init; } = [];

    /// <summary>The corpora of the runs.</summary>
    public IReadOnlyList<string> Corpora => [.. Runs.Select(static run => run.Corpus).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The runs by the value of the column <see cref="RunReaderOptions.By"/>, each a set of its own.</summary>
    public IReadOnlyList<(string Value, RunSet Runs)> Parts =>
        [.. Runs.GroupBy(static run => run.Part ?? "", StringComparer.Ordinal).Select(part => (part.Key, this with { Runs = [.. part] }))];

    /// <summary>Row by row, what was dropped or remarked on.</summary>
    public IReadOnlyList<RunNote> Notes { get; init; } = [];

    /// <summary>Where the runs come from, in words.</summary>
    public string Source { get; init; } = "runs";

    /// <summary>Sets of one convention as one. A run that repeats one of an earlier set in every field is dropped, and noted.</summary>
    /// <exception cref="ArgumentException">There is no set, or N counts one thing in one and another in the next.</exception>
    public static RunSet Join(IReadOnlyList<RunSet> sets)
    {
        if (sets.Count == 0 || sets.Any(set => set.Convention != sets[0].Convention))
            throw new ArgumentException("sets are joined where there are some, and N counts the same in all", nameof(sets));
        var (runs, notes) = (new List<TrainingRun>(), new List<RunNote>());
        var seen = new Dictionary<TrainingRun, string>(SameRun.Instance);
        foreach (var set in sets)
        {
            notes.AddRange(set.Notes.Select(note => note with { Source = set.Source }));
            foreach (var run in set.Runs)
            {
                if (seen.TryGetValue(run, out var first))
                {
                    notes.Add(new(run.Line, RunRule.Duplicate, true, $"repeats a run of '{first}' in every field") { Source = set.Source });
                    continue;
                }

                seen.Add(run, set.Source);
                runs.Add(run);
            }
        }

        return new()
        {
            Runs = runs,
            Notes = notes,
            Source = string.Join(" + ", sets.Select(static set => set.Source)),
            Convention = sets[0].Convention,
            ConventionIsAssumed = sets.All(static set => set.ConventionIsAssumed),
            Readings = [.. sets.SelectMany(static set => set.Readings)],
            Refusal = sets.Select(static set => set.Refusal).FirstOrDefault(static why => why is not null),
        };
    }

    /// <summary>SHA-256 of the runs' numbers, in an order of their own: shuffled rows have the same hash.</summary>
    public string Hash
    {
        get
        {
            var lines = Runs.Select(static run => string.Join(",", Numbers(run))).ToArray();
            Array.Sort(lines, StringComparer.Ordinal);
            var hash = Sha256(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
            return string.Concat(hash.Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));
        }
    }

#if NET8_0_OR_GREATER
    private static byte[] Sha256(byte[] bytes) => SHA256.HashData(bytes);
#else
    private static byte[] Sha256(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
    }
#endif

    private static IEnumerable<string> Numbers(TrainingRun run)
    {
        double[] values =
        [
            run.Parameters, run.Tokens, run.Compute, run.Loss, run.Weight,
            run.UniqueTokens ?? 0, run.Steps ?? 0, run.Experts ?? 0,
        ];
        return values.Select(static v => v.ToString("R", CultureInfo.InvariantCulture)).Concat([run.Corpus ?? "", run.Group ?? ""]);
    }
}
