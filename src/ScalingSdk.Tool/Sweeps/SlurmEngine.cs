using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ScalingSdk.Tool.Input;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Submits what is not finished as one job array, and a fit that waits for it.</summary>
/// <remarks>A task finds its run by its index in the manifest: a resume submits the same array with fewer indices.</remarks>
internal static class SlurmEngine
{
    private const string Script = "sweep.sbatch";
    private const string Tasks = "tasks.tsv";

    /// <summary>The job ids of the array and of the fit; null where nothing is left to run.</summary>
    /// <exception cref="UsageException">sbatch is missing or refuses the job; its words are in the message.</exception>
    public static async Task<(string Array, string Fit)?> SubmitAsync(SweepFolder folder, string command, SlurmLimits limits, CancellationToken cancellation)
    {
        var indices = Enumerable.Range(0, folder.Runs.Count).Where(i => folder.Look(folder.Runs[i]).State is RunState.Missing or RunState.Stopped).ToList();
        if (indices.Count == 0)
            return null;
        OutputFile.Write(folder.Of(Tasks), string.Concat(folder.Runs.Select(run => string.Join('\t', LocalEngine.Variables(folder, run).Select(static v => v.Value)) + "\n")), replace: true);
        OutputFile.Write(folder.Of(Script), ArrayScript(folder, command, limits), replace: true);
        var array = await SbatchAsync([$"--array={Ranges(indices)}%{Text(limits.AtATime)}", folder.Of(Script)], cancellation).ConfigureAwait(false);
        var path = Quote(Path.GetFullPath(folder.Path));
        var fit = await SbatchAsync(
            [
                "--job-name=scaling-fit", $"--dependency=afterany:{array}", $"--output={Path.GetFullPath(folder.Of("fit.out"))}",
                $"--wrap=scaling sweep collect {path} && scaling fit {path}/runs.jsonl -o {path}/sweep.law.json",
            ],
            cancellation).ConfigureAwait(false);
        return (array, fit);
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

    internal static string ArrayScript(SweepFolder folder, string command, SlurmLimits limits)
    {
        var root = Path.GetFullPath(folder.Path);
        var script = new StringBuilder("#!/bin/sh\n#SBATCH --job-name=scaling-sweep\n");
        script.Append("#SBATCH --output=").Append(root).Append("/slurm-%a.out\n#SBATCH --open-mode=append\n");
        if (limits.Time is not null)
            script.Append("#SBATCH --time=").Append(limits.Time).Append('\n');
        if (limits.Memory is not null)
            script.Append("#SBATCH --mem=").Append(limits.Memory).Append('\n');
        if (limits.Accelerators > 0)
            script.Append("#SBATCH --gres=gpu:").Append(Text(limits.Accelerators)).Append('\n');
        var names = LocalEngine.Variables(folder, folder.Runs[0]).Select(static v => v.Name).ToList();
        script.Append("# A line of the table is a run: its number is the index of the task.\n")
            .Append("IFS='\t' read -r ").AppendJoin(' ', names).Append(" <<LINE\n")
            .Append("$(sed -n \"$((SLURM_ARRAY_TASK_ID + 1))p\" ").Append(Quote(Path.Combine(root, Tasks))).Append(")\nLINE\n")
            .Append("export ").AppendJoin(' ', names).Append('\n').Append(command).Append('\n');
        return script.ToString();
    }

    private static async Task<string> SbatchAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("sbatch") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, ArgumentList = { "--parsable" } };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return process.ExitCode == 0
                ? output.Trim().Split(';')[0]
                : throw new UsageException($"sbatch refuses the sweep: {(await error.ConfigureAwait(false)).Trim()}");
        }
        catch (Win32Exception)
        {
            throw new UsageException("'sbatch' is not here; submit from a node that has Slurm, or use '--engine local'");
        }
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
