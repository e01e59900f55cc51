using System.Diagnostics;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Node reuse, MSBuild's server and the shared compiler, turned on: servers of our own, which we may end.</summary>
internal sealed class BuildServers
{
    private readonly string _salt = "scaling-" + Guid.NewGuid().ToString("N");

    /// <summary>What builds run with.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["MSBUILDDISABLENODEREUSE"] = null,
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["UseSharedCompilation"] = "true",
        ["MSBUILDNODEHANDSHAKESALT"] = _salt,
    };

    /// <summary>The servers that wait for another build: on Linux, where a process says what it was started with.</summary>
    public int[] Processes() => !OperatingSystem.IsLinux() ? [] :
    [
        .. Process.GetProcesses().Select(static process => process.Id).Where(id => Read(Entry(id, "environ")).Contains(_salt, StringComparison.Ordinal)),
    ];

    /// <summary>The files in a folder that a process has open.</summary>
    public static IEnumerable<string> OpenFiles(int process, string folder) => Directory.GetFiles(Entry(process, "fd"))
        .Select(static handle => File.ResolveLinkTarget(handle, returnFinalTarget: false)?.FullName ?? "")
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal));

    public Task Shutdown() => DotNet.Run(Path.GetTempPath(), Environment, "build-server", "shutdown", "--msbuild");

    private static string Entry(int process, string name) => FormattableString.Invariant($"/proc/{process}/{name}");

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended
        }
    }
}
