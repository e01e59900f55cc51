using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Submits what is not finished as job arrays, one for each class of limits, and a fit that waits for them.</summary>
internal static class SlurmEngine
{
    /// <summary>The job ids of the arrays and of the fit; none where nothing is left to run.</summary>
    /// <exception cref="UsageException">sbatch is missing or refuses a job; its words are in the message, and no job is left behind.</exception>
    public static async Task<(IReadOnlyList<string> Arrays, string Fit)?> SubmitAsync(
        SweepFolder folder, string command, IReadOnlyList<int> indices, SlurmOptions options, Terminal terminal, CancellationToken cancellation)
    {
        if (indices.Count == 0)
            return null;
        var tasks = indices.Select(index =>
        {
            var cost = RunCost.Of(folder.Runs[index], SpecInput.FromFile(folder.Of(folder.Runs[index].Spec), terminal), cancellation);
            return (index, TaskLimits.Of(cost, options.TimeFactor, options.Accelerators), cost.Work);
        });
        var scripts = Write(folder, command, SlurmArray.Of([.. tasks], options.AtATime), options);
        var arrays = new List<string>();
        try
        {
            foreach (var script in scripts)
                arrays.Add(await SbatchAsync(folder, [script], cancellation).ConfigureAwait(false));
            var fit = await SbatchAsync(folder, [$"--dependency=afterany:{string.Join(':', arrays)}", folder.Of(SlurmScript.FitName)], cancellation).ConfigureAwait(false);
            SlurmQueue.Note(folder, [.. arrays, fit]);
            return (arrays, fit);
        }
        catch (UsageException) when (arrays.Count > 0)
        {
            await SlurmProcess.RunAsync("scancel", arrays, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes table and scripts; the scripts of the arrays come back.</summary>
    private static List<string> Write(SweepFolder folder, string command, IReadOnlyList<SlurmArray> arrays, SlurmOptions options)
    {
        foreach (var old in Directory.GetFiles(folder.Path, SlurmScript.ArrayPattern))
            File.Delete(old);
        OutputFile.Write(folder.Of(SlurmScript.Tasks), SlurmScript.Table(folder), replace: true);
        OutputFile.Write(folder.Of(SlurmScript.FitName), SlurmScript.OfFit(folder), replace: true);
        var scripts = new List<string>();
        foreach (var (number, array) in arrays.Index())
        {
            scripts.Add(folder.Of(SlurmScript.ArrayName(number + 1)));
            OutputFile.Write(scripts[^1], SlurmScript.OfArray(folder, command, array, options), replace: true);
        }

        return scripts;
    }

    private static async Task<string> SbatchAsync(SweepFolder folder, IEnumerable<string> arguments, CancellationToken cancellation) =>
        await SlurmProcess.RunAsync("sbatch", ["--parsable", .. arguments], cancellation).ConfigureAwait(false) switch
        {
            (0, var id, _) => id.Trim().Split(';')[0],
            var (_, _, error) => throw new UsageException(
                $"sbatch refuses '{arguments.Last()}': {error}; what is missing can be stated as SBATCH_PARTITION, SBATCH_ACCOUNT and the like in the environment, then 'scaling sweep resume {folder.Path} --engine slurm'"),
            null => throw new UsageException($"'sbatch' is not here; on a node that has Slurm, 'scaling sweep resume {folder.Path} --engine slurm', or here '--engine local'"),
        };
}
