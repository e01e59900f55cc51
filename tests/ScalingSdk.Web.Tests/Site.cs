using System.Reflection;
using CliWrap;
using CliWrap.Buffered;
using ScalingSdk.Testing;

namespace ScalingSdk.Web.Tests;

/// <summary>The page as a host serves it: published once from what was built with these tests, under a path of its own.</summary>
public sealed class Site : IAsyncLifetime, IDisposable
{
    private StaticHost? _host;

    internal static string Configuration { get; } = typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static data => data.Key == "Configuration").Value!;

    internal static string Repository { get; } = FindRepository();

    /// <summary>The published files.</summary>
    internal static string Folder { get; } = Path.Combine(Repository, "artifacts", "web", Configuration);

    /// <summary>The address of the page.</summary>
    internal string Address => _host!.Address;

    /// <summary>The files that the host was asked for, in order.</summary>
    internal IReadOnlyList<string> Asked => _host!.Asked;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Browser is null)
            return;
        var published = await Run("publish", Path.Combine("src", "ScalingSdk.Web"), "-c", Configuration, "--no-build", "-o", Folder, "-nologo");
        Assert.True(published.ExitCode == 0, "the page cannot be published: " + published.StandardOutput + published.StandardError);
        _host = new StaticHost(Path.Combine(Folder, "wwwroot"));
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _host?.Dispose();

    /// <summary>Runs the tool on files, as a process of its own.</summary>
    internal static async Task<BufferedCommandResult> Scaling(params string[] arguments) => await Tool(arguments).ExecuteBufferedAsync();

    /// <summary>The tool, to be run as a process of its own.</summary>
    internal static Command Tool(params string[] arguments) =>
        DotNet([Path.Combine("src", "ScalingSdk.Tool", "bin", Configuration, "net10.0", "scaling.dll"), .. arguments]);

    private static async Task<BufferedCommandResult> Run(params string[] arguments) => await DotNet(arguments).ExecuteBufferedAsync();

    private static Command DotNet(string[] arguments) => Cli.Wrap("dotnet")
        .WithArguments(arguments)
        .WithWorkingDirectory(Repository)
        .WithEnvironmentVariables(Clean())
        .WithValidation(CommandResultValidation.None);

    // As a user would, without what this test run has put into the environment.
    private static Dictionary<string, string?> Clean()
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(static name => name.Contains("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(static name => name, static _ => (string?)null, StringComparer.Ordinal);
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        variables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return variables;
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScalingSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
