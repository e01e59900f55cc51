using System.Diagnostics;

namespace ScalingStudy.Tests;

/// <summary>The tool and the study as processes.</summary>
internal static class ScalingProcess
{
    /// <summary>What trains one run of a sweep.</summary>
    internal static string TrainOne => $"dotnet exec '{typeof(ScalingProcess).Assembly.Location}' run";

    internal static string Tool => Path.Combine(AppContext.BaseDirectory, "scaling.dll");

    /// <summary>Runs <c>scaling</c>.</summary>
    internal static Task<(int Code, string Out, string Error)> ToolAsync(params string[] arguments) => RunAsync("dotnet", ["exec", Tool, .. arguments]);

    internal static async Task<(int Code, string Out, string Error)> RunAsync(string file, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
