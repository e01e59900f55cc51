using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

[Collection(PackageFixture.Name)]
public sealed class PackageTests(PackageFixture package)
{
    [Fact]
    public void Package_Entries_EqualTheCheckedInList()
    {
        // NuGet's own bookkeeping: names that differ in every package, and those that are in all of them.
        var entries = package.Entries().Where(static entry => !entry.StartsWith("_rels/", StringComparison.Ordinal)
            && !entry.StartsWith("package/", StringComparison.Ordinal) && !entry.StartsWith('['))
            .Select(static entry => Regex.Replace(entry, "^tools/(net8.0|analyzers)/[^/]+/", "tools/$1/(this machine)/", RegexOptions.None, Timeout.InfiniteTimeSpan))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Repository.Read("tests/ScalingSdk.EndToEnd.Tests/Package.entries.txt").Trim().Split('\n'), entries, StringComparer.Ordinal);
    }

    [Fact]
    public void Package_Manifest_HasLicenseReadmeAndNoDependencies()
    {
        using var archive = ZipFile.OpenRead(package.PackagePath);
        using var reader = new StreamReader(archive.GetEntry("ScalingSdk.nuspec")!.Open());
        var manifest = reader.ReadToEnd();

        Assert.Contains("<license type=\"expression\">MIT</license>", manifest, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", manifest, StringComparison.Ordinal);
        Assert.Contains("<group targetFramework=\"net8.0\" />", manifest, StringComparison.Ordinal);
        Assert.Contains("<group targetFramework=\".NETStandard2.0\" />", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("developmentDependency", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void FittingPackage_Manifest_DependsOnTheSameVersion()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"ScalingSdk.Fitting.{package.Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry("ScalingSdk.Fitting.nuspec")!.Open());
        var manifest = reader.ReadToEnd();

        Assert.Equal(2, Regex.Count(manifest, Regex.Escape($"<dependency id=\"ScalingSdk\" version=\"[{package.Version}]\" include=\"All\" />"), RegexOptions.None, Timeout.InfiniteTimeSpan));
        Assert.Equal(2, Regex.Count(manifest, "<dependency id=\"MathNet.Numerics\" version=\"\\d", RegexOptions.None, Timeout.InfiniteTimeSpan));
        Assert.Equal(
            ["lib/net8.0/ScalingSdk.Fitting.dll", "lib/net8.0/ScalingSdk.Fitting.xml", "lib/netstandard2.0/ScalingSdk.Fitting.dll", "lib/netstandard2.0/ScalingSdk.Fitting.xml"],
            archive.Entries.Select(static entry => entry.FullName).Where(static name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_Assemblies_ReferenceNothingButTheirHostAndTheLibrary()
    {
        const string allowed = @"^(netstandard|mscorlib|System(\.\w+)*|Microsoft\.CSharp|Microsoft\.CodeAnalysis(\.CSharp|\.Workspaces)?|Microsoft\.Build\.(Framework|Utilities\.Core)|ScalingSdk(\.Analyzers|\.Fitting)?|MathNet\.Numerics|Sylvan\.Data\.Csv|Parquet|CommunityToolkit\.HighPerformance|K4os\.Compression\.LZ4|Microsoft\.IO\.RecyclableMemoryStream|Snappier|ZstdSharp)$";

        Assert.DoesNotContain(References(), static reference => !Regex.IsMatch(reference, allowed, RegexOptions.CultureInvariant, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Package_TasksAndAnalyzersOfThisMachine_AreCompiledAheadOfTime()
    {
        using var archive = ZipFile.OpenRead(package.PackagePath);
        var images = archive.Entries.Where(static entry => Regex.IsMatch(entry.FullName, @"^tools/(net8\.0|analyzers)/.+/ScalingSdk(\.\w+)?\.dll$", RegexOptions.None, Timeout.InfiniteTimeSpan)).ToList();

        Assert.Equal(6, images.Count);
        Assert.All(images, static image =>
        {
            using var file = new PEReader(Content(image));
            Assert.NotEqual(0, file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        });
    }

    [Theory]
    [InlineData("", "tools/net8.0/[a-z0-9-]+/", "tools/analyzers/[a-z0-9-]+/")]
    [InlineData("-p:NETCoreSdkPortableRuntimeIdentifier=haiku-x64", "tools/net8.0/", "analyzers/dotnet/roslyn4.8/cs/")]
    public async Task Build_TasksAndAnalyzers_AreThoseOfThisMachineWhereThePackageHasThem(string option, string tasks, string analyzers)
    {
        var consumer = new Consumer(package, "platform" + option.Length);
        consumer.CopySample("Gpt2Small.scaling.json");

        var build = (await consumer.Build("-v:d", "-tl:off", option)).Succeeded();

        Assert.Single(build.Matching($"^Using \"ScalingPlan\" task from assembly \".*{tasks}ScalingSdk.Tasks.dll\""));
        var compiledWith = Regex.Matches(build.Output, @"/analyzer:(\S*/)ScalingSdk\S*\.dll ", RegexOptions.None, Timeout.InfiniteTimeSpan);
        Assert.Equal(3, compiledWith.Select(static match => match.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(compiledWith, match => Assert.Matches($"/{analyzers}$", match.Groups[1].Value));
    }

    [Fact]
    public async Task Packages_PackedInAnotherFolderByOtherCompilers_AreTheSameBytes()
    {
        var clone = RepositoryCopy.In(Path.Combine(package.Folder, "a clone", "of it"));
        var feed = Path.Combine(package.Folder, "again");

        var again = await PackageFixture.Pack(feed, clone, "-restore", "-p:UseSharedCompilation=false");

        Assert.Equal(package.Version, again);
        Assert.All(Directory.GetFiles(package.Feed, "*.nupkg"), file => Assert.True(
            File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(feed, Path.GetFileName(file)))),
            $"'{Path.GetFileName(file)}' has other bytes, packed from the same sources: compare the files of the two archives"));
    }

    [Fact]
    public void Packages_Manifests_HaveIconNotesCommitAndReadme() => Assert.All(Directory.GetFiles(package.Feed, "*.nupkg"), static file =>
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        var manifest = reader.ReadToEnd();

        Assert.Contains("<icon>icon.png</icon>", manifest, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", manifest, StringComparison.Ordinal);
        Assert.Contains("/CHANGELOG.md</releaseNotes>", manifest, StringComparison.Ordinal);
        Assert.Matches("<repository type=\"git\" url=\"https://[^\"]+\" commit=\"[0-9a-f]{40}\" />", manifest);
        Assert.NotNull(archive.GetEntry("icon.png"));
        Assert.NotNull(archive.GetEntry("README.md"));
    });

    private List<string> References()
    {
        var references = new List<string>();
        using var archive = ZipFile.OpenRead(package.PackagePath);
        foreach (var entry in archive.Entries.Where(static entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var file = new PEReader(Content(entry));
            var metadata = file.GetMetadataReader();
            references.AddRange(metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));
        }

        return references;
    }

    private static MemoryStream Content(ZipArchiveEntry entry)
    {
        var bytes = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(bytes);
        bytes.Position = 0;
        return bytes;
    }
}
