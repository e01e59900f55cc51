using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Runs <c>dotnet</c> as a user would: without what this test run has put into the environment.</summary>
internal static class DotNet
{
    // For what hangs; a machine that builds more than this takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    public static async Task<DotNetResult> Run(string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        using var cancellation = new CancellationTokenSource(Limit);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(Clean(environment))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation.Token);
        return new DotNetResult(result.ExitCode, result.StandardOutput + result.StandardError);
    }

    /// <summary>
    /// Runs, waits for a line that matches the first step, does what the step says, waits for the next, and interrupts it after the last.
    /// Returns the lines up to then.
    /// </summary>
    public static async Task<string[]> Follow(
        string folder, IReadOnlyDictionary<string, string?> environment, (string When, Action Then)[] steps, Action interrupted, params string[] arguments)
    {
        using var forceful = new CancellationTokenSource(Limit);
        using var graceful = new CancellationTokenSource();
        var lines = new List<string>();
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var step = 0;
        var output = PipeTarget.ToDelegate(Said);
        var command = Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(Clean(environment))
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(output)
            .WithStandardErrorPipe(output);
        var running = command.ExecuteAsync(forceful.Token, graceful.Token);
        await Task.WhenAny(last.Task, running.Task);
        if (last.Task.IsCompleted)
        {
            InterruptChildren(running.ProcessId);
            await graceful.CancelAsync();
            interrupted();
        }

        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // As asked, or too late: what it has said tells.
        }

        Assert.False(forceful.IsCancellationRequested && step == steps.Length, "It does not stop when asked to");
        Assert.True(step == steps.Length, $"After '{steps[Math.Max(0, step - 1)].When}' no line matched '{steps[Math.Min(step, steps.Length - 1)].When}': " + string.Join('\n', lines));
        return [.. lines];

        void Said(string line)
        {
            lock (lines)
            {
                if (step == steps.Length)
                    return;
                lines.Add(line);
                if (!Regex.IsMatch(line, steps[step].When, RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan))
                    return;
                steps[step].Then();
                if (++step == steps.Length)
                    last.SetResult();
            }
        }
    }

    // Ctrl+C reaches all processes of a terminal; a command that runs in a process of its own ends only if that does.
    private static void InterruptChildren(int process)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var kill = Process.Start(new ProcessStartInfo("pkill", ["-INT", "-P", process.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false })!;
        kill.WaitForExit();
    }

    private static Dictionary<string, string?> Clean(IReadOnlyDictionary<string, string?> environment)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(static name => name.Contains("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(static name => name, static _ => (string?)null, StringComparer.Ordinal);
        variables["MSBUILDDISABLENODEREUSE"] = "1"; // no node stays behind
        variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        variables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        variables["UseSharedCompilation"] = "true";
        foreach (var (name, value) in environment)
            variables[name] = value;
        return variables;
    }
}

/// <summary>What a run of <c>dotnet</c> said.</summary>
internal sealed record DotNetResult(int ExitCode, string Output)
{
    // Up to the closing report, which says every warning and error a second time.
    private IEnumerable<string> Lines => Output
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .TakeWhile(static line => line is not ("Build succeeded." or "Build FAILED."));

    /// <summary>The lines that match, each as often as the build printed it before its closing report.</summary>
    public string[] Matching(string pattern) =>
        [.. Lines.Where(line => Regex.IsMatch(line, pattern, RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan))];

    /// <summary>The warnings and errors.</summary>
    public string[] Problems => Matching(@"\b(warning|error) [A-Z]+\d+\b");

    /// <summary>This, or a failing test that shows the output.</summary>
    public DotNetResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
