using System.IO.Compression;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The package, packed once from this checkout, in a feed that holds nothing else, and a folder for the projects that use it.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>The tests of one folder, one after another.</summary>
    public const string Name = "package";

    /// <summary>The tests of another folder, which run beside the first.</summary>
    public const string Beside = "package beside";

    private static readonly Lazy<Task<(string Feed, string Version)>> Packed = new(PackOnce);

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
        (var packed, Version) = await Packed.Value;
        Directory.CreateDirectory(Feed);
        foreach (var file in Directory.GetFiles(packed))
            File.Copy(file, Path.Combine(Feed, Path.GetFileName(file)));
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

    // Both folders have a copy. What was packed goes with the process.
    private static async Task<(string Feed, string Version)> PackOnce()
    {
        var feed = Directory.CreateTempSubdirectory("scaling-sdk-feed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(feed, recursive: true);
        return (feed, await Pack(feed));
    }

    /// <summary>Packs into a feed; returns the package's version.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="root">The checkout; null for this one.</param>
    /// <param name="options">More options of the build.</param>
    internal static async Task<string> Pack(string feed, string? root = null, params string[] options)
    {
        var none = new Dictionary<string, string?>(StringComparer.Ordinal);
        (await DotNet.Run(root ?? Repository.Root, none,
            ["build", "build/ScalingSdk.Package.csproj", "-t:Pack", "-c", "Release", "-p:RunAnalyzers=false", "-p:PackageOutputPath=" + feed + "/", .. options])).Succeeded();
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

/// <summary>The tests of one folder run one after another, and the two folders beside each other: a build seldom keeps two cores busy.</summary>
[CollectionDefinition(PackageFixture.Name)]
public sealed class SharedPackage : ICollectionFixture<PackageFixture>;

/// <inheritdoc cref="SharedPackage"/>
[CollectionDefinition(PackageFixture.Beside)]
public sealed class SharedPackageBeside : ICollectionFixture<PackageFixture>;
