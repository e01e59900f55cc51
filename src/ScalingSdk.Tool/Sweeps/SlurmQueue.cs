using System.Globalization;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The tasks of a sweep that Slurm still has: to submit one of them again would run it twice.</summary>
internal static class SlurmQueue
{
    /// <summary>The ids of the jobs that were submitted, a submission a line.</summary>
    private const string Submitted = "slurm.jobs";

    /// <summary>Notes a submission: from then on the queue is asked before anything is run.</summary>
    public static void Note(SweepFolder folder, IEnumerable<string> jobs) => File.AppendAllText(folder.Of(Submitted), string.Join(' ', jobs) + "\n");

    /// <exception cref="UsageException">Slurm does not answer.</exception>
    public static async Task<IReadOnlyDictionary<int, bool>> RequireAsync(SweepFolder folder, CancellationToken cancellation) =>
        await TasksAsync(folder, cancellation).ConfigureAwait(false)
            ?? throw new UsageException($"squeue does not answer, and runs that wait in its queue would be run twice; ask again when it does, or delete '{folder.Of(Submitted)}' where the queue is gone");

    /// <summary>By index in the manifest, whether the task has begun; null where Slurm does not answer.</summary>
    public static async Task<IReadOnlyDictionary<int, bool>?> TasksAsync(SweepFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Of(Submitted)))
            return new Dictionary<int, bool>();

        // A line for each task: its index, its state, and the script that it was submitted with.
        var queue = await SlurmProcess.RunAsync("squeue", ["--noheader", "--array", "--name=scaling-sweep", "--format=%K %T %o"], cancellation).ConfigureAwait(false);
        return queue is not var (code, text, _) ? new Dictionary<int, bool>()
            : code == 0 ? Read(text, Path.GetFullPath(folder.Of(""))) : null;
    }

    /// <summary>What squeue prints of the sweep in a folder; other sweeps of the user are in the same queue.</summary>
    internal static IReadOnlyDictionary<int, bool> Read(string text, string folder)
    {
        var tasks = new Dictionary<int, bool>();
        var own = folder.TrimEnd(Path.DirectorySeparatorChar);
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 3 && string.Equals(Path.GetDirectoryName(words[2].Trim()), own, StringComparison.Ordinal)
                && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                tasks[index] = words[1] is not "PENDING";
        }

        return tasks;
    }

    /// <summary>The state of each run: that of its log, or of its task where the log has no end.</summary>
    public static IReadOnlyList<RunState> States(SweepFolder folder, IReadOnlyDictionary<int, bool> tasks) =>
    [
        .. folder.Runs.Select((run, index) => folder.Look(run).State is var state && state.IsToRun() && tasks.TryGetValue(index, out var begun)
            ? begun ? RunState.Running : RunState.Queued
            : state),
    ];
}
