using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting.Uncertainty;

/// <summary>The units that are drawn with replacement: runs whose errors go together.</summary>
internal sealed class ResamplingUnits
{
    /// <summary>Sizes closer than this are one: two counts of the same model.</summary>
    private const double SameSize = 1e-3;

    private ResamplingUnits(Resampling kind, int[] unitOf)
    {
        Kind = kind;
        UnitOf = unitOf;
        Count = unitOf.Length == 0 ? 0 : unitOf.Max() + 1;
    }

    internal Resampling Kind { get; }

    /// <summary>The unit of each run.</summary>
    internal int[] UnitOf { get; }

    internal int Count { get; }

    internal static ResamplingUnits Of(RunLogs logs, Resampling asked)
    {
        var kind = asked != Resampling.Automatic ? asked
            : Enumerable.Range(0, logs.Count).All(i => logs.Run(i).Group is not null) ? Resampling.Groups
            : Sizes(logs).Max() + 1 < logs.Count ? Resampling.Sizes
            : Resampling.Runs;
        return kind switch
        {
            Resampling.Groups => new(kind, Groups(logs)),
            Resampling.Sizes => new(kind, Sizes(logs)),
            _ => new(Resampling.Runs, [.. Enumerable.Range(0, logs.Count)]),
        };
    }

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

    private static int[] Sizes(RunLogs logs)
    {
        var order = Enumerable.Range(0, logs.Count).OrderBy(i => logs.X[i]).ToArray();
        var of = new int[logs.Count];
        var unit = 0;
        for (var k = 1; k < order.Length; k++)
        {
            if (logs.X[order[k]] - logs.X[order[k - 1]] > SameSize)
                unit++;
            of[order[k]] = unit;
        }

        return of;
    }
}
