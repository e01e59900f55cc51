using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Data;

/// <summary>Some of very many: enough to find what all of them then refine, or to say how sure it is.</summary>
internal static class SomeRuns
{
    /// <summary>At most so many are worked on again and again; fewer are always taken whole.</summary>
    internal const int Most = 10_000;

    private const int Seed = 11;

    /// <summary>Which of so many, in their order: one at random of each stretch, so that no period of a file is hit; null where all are few.</summary>
    internal static int[]? Of(int count, int most = Most)
    {
        if (count <= most)
            return null;
        var random = SplitMix64.Stream(Seed, 0);
        var some = new int[most];
        for (var i = 0; i < most; i++)
        {
            var (from, to) = ((int)((long)i * count / most), (int)((long)(i + 1) * count / most));
            some[i] = from + random.NextBelow(to - from);
        }

        return some;
    }

    /// <summary>What was done, as a clause: resamples of some, spread as those of all would be, or of some of the runs of each unit.</summary>
    internal static string Drawn(int some, int all, double scale, bool thinned = false) =>
        $"{NumberText.Grouped(some)} of the {NumberText.Grouped(all)} runs, chosen at random{(scale < 1 ? $", with their spread scaled to all ({NumberText.Compact(scale)} times)" : "")}"
        + (thinned ? "; with some runs of each, the intervals are no narrower than with all" : "");
}
