using System.Diagnostics;

namespace ScalingSdk.Editions;

/// <summary>Microseconds of an action that is warm: the least of many short batches, which other work on the machine disturbs least.</summary>
internal static class Clock
{
    private const int Batches = 60;

    public static double Once(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    /// <summary>The same, and the processor time of all threads, which other work on the machine does not lengthen by waiting.</summary>
    public static (double Wall, double Processor) Both(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        var wall = Once(action);
        return (wall, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds);
    }

    public static double Warm(Action action)
    {
        // Code that is called often is compiled once more, beside the work: give that the time it takes.
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 1000; i++)
                action();
            Thread.Sleep(250);
        }

        var size = Math.Max(1, (int)(2000 / Math.Max(0.1, Once(action))));
        var least = double.MaxValue;
        for (var batch = 0; batch < Batches; batch++)
        {
            var took = Once(() =>
            {
                for (var i = 0; i < size; i++)
                    action();
            });
            least = Math.Min(least, took / size);
        }

        return least;
    }
}
