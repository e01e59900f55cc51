using System.Diagnostics;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Says that long work goes on, to people alone: nothing is written where standard error goes to a file.</summary>
internal static class Progress
{
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(1);

    /// <summary>The result of the work; interrupted, the caller is released at once.</summary>
    public static T Watch<T>(string what, Func<T> work, Terminal terminal, CancellationToken cancellation)
    {
        var task = Task.Run(work, cancellation);
        var watch = Stopwatch.StartNew();
        var told = false;
        while (!Finished(task, cancellation))
        {
            if (!terminal.Watched)
                continue;
            told = true;
            terminal.Watch.Write($"\r{OutsideText.Neutral(what)} ... {NumberText.Grouped(watch.Elapsed.TotalSeconds)} s");
        }

        if (told)
            terminal.Watch.Write("\r" + new string(' ', 40) + "\r");
        return task.GetAwaiter().GetResult();
    }

    private static bool Finished(Task task, CancellationToken cancellation)
    {
        try
        {
            return task.Wait((int)Silent.TotalMilliseconds, cancellation);
        }
        catch (AggregateException)
        {
            return true;
        }
    }
}
