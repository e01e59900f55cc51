using System.IO.Compression;
using System.Text;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A new version of the package in the servers that ran the old one: node reuse, MSBuild's server and the shared compiler are on.</summary>
[Collection(PackageFixture.Beside)]
public sealed class UpgradeTests(PackageFixture package)
{
    private readonly BuildServers _servers = new();

    [Fact]
    public async Task Build_NewVersionInTheSameServers_IsTheOneThatRuns()
    {
        var version = package.Version + ".next";
        var upgraded = Path.Combine(package.Feed, $"ScalingSdk.{version}.nupkg");
        Repack(version, upgraded);
        var consumer = new Consumer(package, "upgrade", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        consumer.CopySample("Gpt2Small.scaling.json");
        try
        {
            var before = (await consumer.RunWith(_servers.Environment, "build", "--tl:off")).Succeeded();
            var servers = _servers.Processes();
            consumer.Write("upgrade.csproj", consumer.Read("upgrade.csproj").Replace($"Version=\"{package.Version}\"", $"Version=\"{version}\"", StringComparison.Ordinal));
            var after = (await consumer.RunWith(_servers.Environment, "build", "--tl:off")).Succeeded();
            Assert.Single(before.Matching("^Gpt2Small: 124M parameters"));
            Assert.Single(after.Matching("^Gpt2Small: 124M paramXters"));
            Assert.Contains("The nXme of the plan", consumer.Read(Assert.Single(consumer.Files("Gpt2SmallBudget"))), StringComparison.Ordinal); // the compiler's
            if (OperatingSystem.IsLinux())
                Assert.NotEmpty(servers.Intersect(_servers.Processes())); // they were the same
        }
        finally
        {
            await _servers.Shutdown();
            File.Delete(upgraded);
        }
    }

    /// <summary>The same package under another version, whose task and generator say another word.</summary>
    private void Repack(string version, string path)
    {
        File.Copy(package.PackagePath, path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries.Where(static entry => entry.Name is "ScalingSdk.dll" or "ScalingSdk.Analyzers.dll" or "ScalingSdk.nuspec").ToList())
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            var bytes = entry.Name.EndsWith(".dll", StringComparison.Ordinal)
                ? Replace(Replace(content.ToArray(), " parameters", " paramXters"), "The name of the plan", "The nXme of the plan")
                : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content.ToArray()).Replace($"<version>{package.Version}<", $"<version>{version}<", StringComparison.Ordinal));
            using var output = entry.Open();
            output.SetLength(0);
            output.Write(bytes);
        }
    }

    private static byte[] Replace(byte[] bytes, string before, string after)
    {
        var (old, now) = (Encoding.Unicode.GetBytes(before), Encoding.Unicode.GetBytes(after));
        for (var at = bytes.AsSpan().IndexOf(old); at >= 0; at = bytes.AsSpan().IndexOf(old))
            now.CopyTo(bytes, at);
        return bytes;
    }
}
