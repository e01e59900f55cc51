using System.ComponentModel;
using System.Diagnostics;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Runs a command of Slurm.</summary>
internal static class SlurmProcess
{
    /// <returns>Null where the command is not here.</returns>
    public static async Task<(int Code, string Out, string Error)?> RunAsync(string command, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return (process.ExitCode, output, (await error.ConfigureAwait(false)).Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
