using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The scripts that are submitted. They stay in the folder, to be read and to be submitted by hand.</summary>
internal static class SlurmScript
{
    /// <summary>A line for each run: what its command is told.</summary>
    public const string Tasks = "tasks.tsv";

    /// <summary>Collects and fits.</summary>
    public const string FitName = "fit.sbatch";

    /// <summary>The arrays: see <see cref="ArrayName"/>.</summary>
    public const string ArrayPattern = "sweep-*.sbatch";

    public static string ArrayName(int number) => $"sweep-{Text(number)}.sbatch";

    public static string Table(SweepFolder folder) => string.Concat(folder.Runs.Select(run =>
        string.Join('\t', LocalEngine.Variables(folder, run).Select(static v => v.Value)) + "\n"));

    /// <summary>A job array: a task finds its run by its index in the manifest, so that a resume submits fewer indices of the same.</summary>
    public static string OfArray(SweepFolder folder, string command, SlurmArray array, SlurmOptions options)
    {
        var root = Path.GetFullPath(folder.Path);
        var script = new StringBuilder("#!/bin/sh\n");
        Option(script, "job-name", "scaling-sweep");
        Option(script, "array", Ranges(array.Indices) + (array.AtATime is { } places ? $"%{Text(places)}" : ""));
        Option(script, "output", Name(root, "slurm-%a.out"));
        Option(script, "open-mode", "append");
        if (options.Time is not null || array.Limits.Minutes is not null)
            Option(script, "time", options.Time ?? Clock(array.Limits.Minutes!.Value));
        if (options.Memory is not null)
            Option(script, "mem", options.Memory);
        else if (array.Limits.Mebibytes is { } memory)
            Option(script, array.Limits.Accelerators > 0 ? "mem-per-gpu" : "mem", $"{Text(memory)}M");
        if (array.Limits.Accelerators > 0)
            Option(script, "gpus", Text(array.Limits.Accelerators));
        var names = LocalEngine.Variables(folder, folder.Runs[0]).Select(static v => v.Name).ToList();
        script.Append("# A line of the table is a run: its number is the index of the task.\n")
            .Append("IFS='\t' read -r ").AppendJoin(' ', names).Append(" <<LINE\n")
            .Append("$(sed -n \"$((SLURM_ARRAY_TASK_ID + 1))p\" ").Append(ShellWord.Quote(Path.Combine(root, Tasks))).Append(")\nLINE\n")
            .Append("export ").AppendJoin(' ', names).Append('\n').Append(command).Append('\n');
        return script.ToString();
    }

    /// <summary>The fit of all runs, those that the sweep adds to included; it needs every run to have ended.</summary>
    public static string OfFit(SweepFolder folder)
    {
        var root = Path.GetFullPath(folder.Path);
        var script = new StringBuilder("#!/bin/sh\n");
        Option(script, "job-name", "scaling-fit");
        Option(script, "output", Name(root, "fit.out"));
        Option(script, "time", "01:00:00");
        Option(script, "mem", "1G");
        var files = folder.Earlier.Select(file => Path.GetFullPath(Path.Combine(root, file))).Append(Path.Combine(root, "runs.jsonl"));
        script.Append(Self()).Append(" sweep collect ").Append(ShellWord.Quote(root)).Append(" && \\\n")
            .Append(Self()).Append(" fit ").AppendJoin(' ', files.Select(ShellWord.Quote)).Append(" -o ").Append(ShellWord.Quote(Path.Combine(root, "sweep.law.json"))).Append('\n');
        return script.ToString();
    }

    /// <summary>0-3,7: what --array takes.</summary>
    internal static string Ranges(IReadOnlyList<int> indices)
    {
        var ranges = new List<string>();
        for (var i = 0; i < indices.Count; i++)
        {
            var first = i;
            while (i + 1 < indices.Count && indices[i + 1] == indices[i] + 1)
                i++;
            ranges.Add(first == i ? Text(indices[i]) : $"{Text(indices[first])}-{Text(indices[i])}");
        }

        return string.Join(',', ranges);
    }

    // This tool as it was started: a node need not have it on its path.
    private static string Self()
    {
        var started = Path.GetFullPath(Environment.GetCommandLineArgs()[0]);
        return started.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Environment.ProcessPath is { } host
            ? $"{ShellWord.Quote(host)} exec {ShellWord.Quote(started)}"
            : ShellWord.Quote(Environment.ProcessPath ?? started);
    }

    // sbatch reads a quoted word, and a '%' as the start of a pattern.
    private static string Name(string root, string file) =>
        $"\"{root.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal)}/{file}\"";

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}:00");

    private static void Option(StringBuilder script, string name, string value) =>
        script.Append("#SBATCH --").Append(name).Append('=').Append(value).Append('\n');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
