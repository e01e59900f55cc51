using System.IO.Compression;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The package, packed once from this checkout into a feed that holds nothing else.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>The name of these tests.</summary>
    public const string Name = "package";

    // A compiler server of our own, which we may end.
    private readonly string _compilerServer = "scaling-" + Guid.NewGuid().ToString("N");

    internal string Folder { get; } = Directory.CreateTempSubdirectory("scaling-sdk-").FullName;

    internal string Feed => Path.Combine(Folder, "feed");

    internal string Version { get; private set; } = "";

    internal string PackagePath => Path.Combine(Feed, $"ScalingSdk.{Version}.nupkg");

    /// <summary>What consumers run with: an empty folder of packages, and our compiler server.</summary>
    internal IReadOnlyDictionary<string, string?> ConsumerEnvironment => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages"),
        ["SharedCompilationId"] = _compilerServer,
    };

    public async Task InitializeAsync()
    {
        Version = await Pack(Feed);
        WriteFile("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        WriteFile("Directory.Build.props", "<Project />");
        WriteFile("Directory.Build.targets", "<Project />");
    }

    /// <summary>Packs into a feed; returns the package's version.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="root">The checkout; null for this one.</param>
    /// <param name="options">More options of the build.</param>
    internal static async Task<string> Pack(string feed, string? root = null, params string[] options)
    {
        var none = new Dictionary<string, string?>(StringComparer.Ordinal);
        (await DotNet.Run(root ?? Repository.Root, none,
            ["build", "build/ScalingSdk.Package.csproj", "-t:Pack", "-c", "Release", "-p:PackageOutputPath=" + feed + "/", .. options])).Succeeded();
        var package = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(feed, "ScalingSdk.0*.nupkg")));
        return package["ScalingSdk.".Length..];
    }

    internal string[] Entries()
    {
        using var archive = ZipFile.OpenRead(PackagePath);
        return [.. archive.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    public async Task DisposeAsync()
    {
        var compiler = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../sdk");
        foreach (var server in Directory.GetFiles(compiler, "VBCSCompiler.dll", SearchOption.AllDirectories))
            await DotNet.Run(Folder, ConsumerEnvironment, server, "-shutdown", "-pipename:" + _compilerServer);
        Directory.Delete(Folder, recursive: true);
    }

    private void WriteFile(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}

/// <summary>All tests that share the package run one after another.</summary>
[CollectionDefinition(PackageFixture.Name)]
public sealed class SharedPackage : ICollectionFixture<PackageFixture>;
