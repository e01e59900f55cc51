using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Runs <c>dotnet</c> as a user would: without what this test run has put into the environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

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

    /// <summary>Runs until a line matches, and then asks it to stop.</summary>
    public static async Task Interrupt(string folder, IReadOnlyDictionary<string, string?> environment, string when, params string[] arguments)
    {
        using var forceful = new CancellationTokenSource(Limit);
        using var graceful = new CancellationTokenSource();
        var command = Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(Clean(environment))
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                if (Regex.IsMatch(line, when, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
                    graceful.Cancel();
            }));
        try
        {
            await command.ExecuteAsync(forceful.Token, graceful.Token);
        }
        catch (OperationCanceledException) when (graceful.IsCancellationRequested)
        {
            // As asked.
        }
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
        [.. Lines.Where(line => Regex.IsMatch(line, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))];

    /// <summary>The warnings and errors.</summary>
    public string[] Problems => Matching(@"\b(warning|error) [A-Z]+\d+\b");

    /// <summary>This, or a failing test that shows the output.</summary>
    public DotNetResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }
}
