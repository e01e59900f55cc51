using System.IO.Compression;
using System.Text;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A new version of the package in the servers that ran the old one: node reuse, MSBuild's server and the shared compiler are on.</summary>
[Collection(PackageFixture.Name), Trait("Speed", "Slow")]
public sealed class UpgradeTests(PackageFixture package)
{
    private static readonly Dictionary<string, string?> Servers = new(StringComparer.Ordinal)
    {
        ["MSBUILDDISABLENODEREUSE"] = null,
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["UseSharedCompilation"] = "true",
        ["MSBUILDNODEHANDSHAKESALT"] = "scaling-" + Guid.NewGuid().ToString("N"), // nodes of our own, which we may end
    };

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
            var before = (await consumer.RunWith(Servers, "build", "--tl:off")).Succeeded();
            consumer.Write("upgrade.csproj", consumer.Read("upgrade.csproj").Replace($"Version=\"{package.Version}\"", $"Version=\"{version}\"", StringComparison.Ordinal));
            var after = (await consumer.RunWith(Servers, "build", "--tl:off")).Succeeded();
            Directory.Delete(Path.Combine(consumer.Folder, "obj"), recursive: true); // nothing is locked

            Assert.Single(before.Matching("^Gpt2Small: 124M parameters"));
            Assert.Single(after.Matching("^Gpt2Small: 124M paramXters"));
        }
        finally
        {
            await consumer.RunWith(Servers, "build-server", "shutdown", "--msbuild");
            File.Delete(upgraded);
        }
    }

    /// <summary>The same package under another version, whose library says another word.</summary>
    private void Repack(string version, string path)
    {
        File.Copy(package.PackagePath, path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries.Where(static entry => entry.Name is "ScalingSdk.dll" or "ScalingSdk.nuspec").ToList())
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            var bytes = entry.Name == "ScalingSdk.dll"
                ? Replace(content.ToArray(), Encoding.Unicode.GetBytes(" parameters"), Encoding.Unicode.GetBytes(" paramXters"))
                : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content.ToArray()).Replace($"<version>{package.Version}<", $"<version>{version}<", StringComparison.Ordinal));
            using var output = entry.Open();
            output.SetLength(0);
            output.Write(bytes);
        }
    }

    private static byte[] Replace(byte[] bytes, byte[] old, byte[] now)
    {
        for (var at = bytes.AsSpan().IndexOf(old); at >= 0; at = bytes.AsSpan().IndexOf(old))
            now.CopyTo(bytes, at);
        return bytes;
    }
}
