using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Runs what is not finished here, so many at a time, the most expensive first.</summary>
/// <remarks>
/// A run's command gets its spec, its log, its name and its seed as environment variables, which need no quoting. What counts is
/// the log: a command that ends without one has failed, whatever its exit code.
/// </remarks>
internal static class LocalEngine
{
    /// <returns>True where all runs are finished at the end.</returns>
    public static async Task<bool> RunAsync(SweepFolder folder, string command, int jobs, Terminal terminal, CancellationToken cancellation)
    {
        var wanted = folder.Runs.Where(run => folder.Look(run).State is RunState.Missing or RunState.Stopped).OrderByDescending(static run => run.Flops).ToList();
        var done = 0;
        using var turn = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (run, stop) =>
        {
            var code = await TrainAsync(folder, command, run, stop).ConfigureAwait(false);
            var (state, record) = folder.Look(run);
            await turn.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                done++;
                var outcome = state == RunState.Finished
                    ? string.Create(CultureInfo.InvariantCulture, $"loss {record!.Result!.Loss:0.0000}")
                    : string.Create(CultureInfo.InvariantCulture, $"{state.ToString().ToLowerInvariant()}, exit code {code}; see '{folder.Of(run.Output)}'");
                terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"[{done}/{wanted.Count}] {run.Name}: {outcome}\n"));
                terminal.Error.Flush();
            }
            finally
            {
                turn.Release();
            }
        }).ConfigureAwait(false);
        return folder.Runs.All(run => folder.Look(run).State is RunState.Finished or RunState.Diverged);
    }

    private static async Task<int> TrainAsync(SweepFolder folder, string command, SweepRun run, CancellationToken cancellation)
    {
        var (shell, flag) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        var start = new ProcessStartInfo(shell) { ArgumentList = { flag, command }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Variables(folder, run))
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{shell}' did not start");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            await File.WriteAllTextAsync(folder.Of(run.Output), await output.ConfigureAwait(false) + await error.ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }

    /// <summary>What a run's command is told, on every engine.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(SweepFolder folder, SweepRun run)
    {
        yield return ("SCALING_NAME", run.Name);
        yield return ("SCALING_SPEC", Path.GetFullPath(folder.Of(run.Spec)));
        yield return ("SCALING_LOG", Path.GetFullPath(folder.Of(run.Log)));
        yield return ("SCALING_SEED", run.Seed.ToString(CultureInfo.InvariantCulture));
        yield return ("SCALING_PARAMETERS", run.Parameters.ToString("R", CultureInfo.InvariantCulture));
        yield return ("SCALING_TOKENS", run.Tokens.ToString("R", CultureInfo.InvariantCulture));
    }
}
