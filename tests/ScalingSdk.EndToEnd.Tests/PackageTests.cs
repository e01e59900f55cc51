using System.IO.Compression;

namespace ScalingSdk.EndToEnd.Tests;

[Collection(PackageFixture.Name)]
public sealed class PackageTests(PackageFixture package)
{
    [Fact]
    public void Package_Entries_EqualTheCheckedInList()
    {
        // NuGet's own bookkeeping: names that differ in every package, and those that are in all of them.
        var entries = package.Entries().Where(static entry => !entry.StartsWith("_rels/", StringComparison.Ordinal)
            && !entry.StartsWith("package/", StringComparison.Ordinal) && !entry.StartsWith('['));

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
        Assert.DoesNotContain("developmentDependency", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_PackedAgain_HasTheSameVersion()
    {
        var again = await PackageFixture.Pack(Path.Combine(package.Folder, "again"));

        Assert.Equal(package.Version, again);
    }
}
