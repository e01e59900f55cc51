using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>The units that are drawn with replacement: runs whose errors go together.</summary>
internal sealed class ResamplingUnits
{
    /// <summary>Fewer stated groups than this are not drawn unless asked for: their intervals would be wide, or of width zero.</summary>
    internal const int LeastGroups = 5;

    /// <summary>Fewer units than this give no interval.</summary>
    internal const int LeastUnits = 3;

    private ResamplingUnits(Resampling kind, int[] unitOf, string? why = null)
    {
        Kind = kind;
        UnitOf = unitOf;
        Why = why;
        Count = unitOf.Length == 0 ? 0 : unitOf.Max() + 1;
    }

    internal Resampling Kind { get; }

    /// <summary>The unit of each run.</summary>
    internal int[] UnitOf { get; }

    internal int Count { get; }

    /// <summary>Why these are drawn and not others, as a clause; null where nothing had to be chosen.</summary>
    internal string? Why { get; }

    internal static ResamplingUnits Of(RunLogs logs, IReadOnlyList<double> residuals, Resampling asked)
    {
        if (asked != Resampling.Automatic)
            return Asked(logs, asked);
        string? why = null;
        if (logs.Count > 0 && Enumerable.Range(0, logs.Count).All(i => logs.Run(i).Group is not null))
        {
            var groups = new ResamplingUnits(Resampling.Groups, Groups(logs), "the runs state their groups");
            if (groups.Count >= LeastGroups)
                return groups;
            why = groups.Count == 1 ? "the one group that the runs state cannot be drawn from" : $"the {Data.Whole.Text(groups.Count)} groups that the runs state are too few to draw from";
        }

        int[] sizes = RunGroups.SizeOf(logs), budgets = RunGroups.BudgetOf(logs);
        if (SharedErrors.Are(residuals, budgets))
            return new(Resampling.Budgets, budgets, "the runs of a budget miss the law to one side, as where a learning rate is chosen for the budget");
        return CountOf(sizes) < logs.Count && CountOf(sizes) >= LeastUnits ? new(Resampling.Sizes, sizes, why) : new(Resampling.Runs, Runs(logs), why);
    }

    private static ResamplingUnits Asked(RunLogs logs, Resampling asked) => asked switch
    {
        Resampling.Groups => new(asked, Groups(logs)),
        Resampling.Sizes => new(asked, RunGroups.SizeOf(logs)),
        Resampling.Budgets => new(asked, RunGroups.BudgetOf(logs)),
        _ => new(Resampling.Runs, Runs(logs)),
    };

    private static int CountOf(int[] unitOf) => unitOf.Length == 0 ? 0 : unitOf.Max() + 1;

    private static int[] Runs(RunLogs logs) => [.. Enumerable.Range(0, logs.Count)];

    private static int[] Groups(RunLogs logs)
    {
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        var of = new int[logs.Count];
        for (var i = 0; i < of.Length; i++)
        {
            // A run without a group is a unit of its own.
            var name = logs.Run(i).Group is { } group ? "g" + group : "r" + Data.Whole.Text(i);
            if (!units.TryGetValue(name, out var unit))
                units.Add(name, unit = units.Count);
            of[i] = unit;
        }

        return of;
    }
}
