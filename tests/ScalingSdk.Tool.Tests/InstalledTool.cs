using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.Tool.Tests;

/// <summary>The tool as a user has it: packed, installed from a feed of its own into a folder of its own, run as a process.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    // For what hangs; a machine that builds more than this takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private readonly string _home = Directory.CreateTempSubdirectory("scaling-tool-").FullName;

    internal string Executable => Path.Combine(_home, "bin", OperatingSystem.IsWindows() ? "scaling.exe" : "scaling");

    /// <summary>The folder with the package of version 0.0.1-test.</summary>
    internal string Feed => Path.Combine(_home, "feed");

    /// <summary>The folder with the tool's assemblies.</summary>
    internal string Assemblies => Path.GetDirectoryName(Directory.EnumerateFiles(Path.Combine(_home, "bin", ".store"), "scaling.dll", SearchOption.AllDirectories).First())!;

    public async Task InitializeAsync()
    {
        // What these tests were built with is packed: a second build would tell nothing more.
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        await DotNet("pack", Path.Combine(Repository.Root, "src", "ScalingSdk.Tool"), "-c", configuration, "--no-build", "-o", Feed, "-p:PackageVersion=0.0.1-test");
        var sources = Path.Combine(_home, "nuget.config");
        await File.WriteAllTextAsync(sources, $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{Feed}\" /></packageSources></configuration>");
        await DotNet("tool", "install", "ScalingSdk.Tool", "--version", "0.0.1-test", "--tool-path", Path.Combine(_home, "bin"), "--configfile", sources);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return Task.CompletedTask;
    }

    internal Command Command(string folder, params string[] arguments) => Cli.Wrap(Executable)
        .WithWorkingDirectory(folder)
        .WithArguments(arguments)
        .WithValidation(CommandResultValidation.None);

    internal async Task<ToolRun> Run(string folder, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        var result = await Command(folder, arguments).ExecuteBufferedAsync(limit.Token);
        return new ToolRun(result.ExitCode, result.StandardOutput, result.StandardError);
    }

    private async Task DotNet(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(_home)
            .WithEnvironmentVariables(static variables => variables
                .Set("MSBUILDDISABLENODEREUSE", "1")
                .Set("DOTNET_CLI_USE_MSBUILD_SERVER", "0")
                .Set("DOTNET_CLI_HOME", null)
                .Set("NUGET_PACKAGES", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
    }
}

/// <summary>Packing and installing once is enough for every test that drives the process.</summary>
[CollectionDefinition(nameof(InstalledTool))]
public sealed class InstalledToolTests : ICollectionFixture<InstalledTool>;
