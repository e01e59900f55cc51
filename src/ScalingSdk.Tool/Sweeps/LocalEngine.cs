using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Runs what is not finished here, so many at a time, the most expensive first.</summary>
/// <remarks>
/// A run's command gets its spec, its log, its name and its seed as environment variables, which need no quoting. What counts is
/// the log: a command that ends without one has failed, whatever its exit code.
/// </remarks>
internal static class LocalEngine
{
    public static async Task RunAsync(SweepFolder folder, string command, IReadOnlyList<int> indices, int jobs, Terminal terminal, CancellationToken cancellation)
    {
        var done = 0;
        using var turn = new SemaphoreSlim(1);
        var wanted = indices.Select(index => folder.Runs[index]).OrderByDescending(static run => run.Flops);
        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (run, stop) =>
        {
            var watch = Stopwatch.StartNew();
            var code = await TryTrainAsync(folder, command, run, terminal, stop).ConfigureAwait(false);
            var (state, record) = folder.Look(run);
            await turn.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                done++;
                var outcome = state == RunState.Finished
                    ? string.Create(CultureInfo.InvariantCulture, $"loss {record!.Result!.Loss:0.0000}")
                    : string.Create(CultureInfo.InvariantCulture, $"{Without(state)}, exit code {code}; see '{folder.Of(run.Output)}'");
                terminal.Error.Write($"[{NumberText.Grouped(done)}/{NumberText.Grouped(indices.Count)}] {run.Name}: {outcome}, {TimeText.Of(watch.Elapsed.TotalHours)}\n");
                terminal.Error.Flush();
            }
            finally
            {
                turn.Release();
            }
        }).ConfigureAwait(false);
    }

    private static string Without(RunState state) => state == RunState.Missing
        ? "nothing was written to $SCALING_LOG"
        : state.ToString().ToLowerInvariant();

    // A run whose output cannot be kept does not stop the others.
    private static async Task<int> TryTrainAsync(SweepFolder folder, string command, SweepRun run, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return await TrainAsync(folder, command, run, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            await terminal.Error.WriteLineAsync($"{run.Name}: {exception.Message}").ConfigureAwait(false);
            return -1;
        }
    }

    private static async Task<int> TrainAsync(SweepFolder folder, string command, SweepRun run, CancellationToken cancellation)
    {
        var (shell, flag) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        var start = new ProcessStartInfo(shell) { ArgumentList = { flag, command }, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Variables(folder, run))
            start.Environment[name] = value;

        // As it comes: who waits can follow it, and what is interrupted has told why.
        using var written = new StreamWriter(folder.Of(run.Output)) { AutoFlush = true };
        var file = TextWriter.Synchronized(written);
        using var process = new Process { StartInfo = start };
        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
                file.WriteLine(line.Data);
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
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
