using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A sample, copied out of the repository. In existing training code the findings are named on the lines that they are about.</summary>
internal sealed class Sample
{
    private readonly PackageFixture _package;

    /// <param name="package">The package.</param>
    /// <param name="path">The sample's folder below 'samples'.</param>
    /// <param name="under">The folder to copy it to.</param>
    public Sample(PackageFixture package, string path, string under)
    {
        _package = package;
        var root = Directory.CreateDirectory(Path.Combine(package.Folder, under)).FullName;
        File.WriteAllText(Path.Combine(root, "Directory.Packages.props"), $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="ScalingSdk" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);
        var source = Repository.File("samples/" + path);
        Folder = Path.Combine(root, Path.GetFileName(path));
        ProjectFile = Path.Combine(Folder, Path.GetFileName(path) + ".csproj");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(source, file)))
        {
            if (file.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
            File.Copy(Path.Combine(source, file), Path.Combine(Folder, file));
        }
    }

    public string Folder { get; }

    public string ProjectFile { get; }

    /// <summary>The findings that the lines of the sample name.</summary>
    public SortedSet<string> Named() => new(
        Directory.GetFiles(Folder, "*.cs").SelectMany(static file => File.ReadLines(file)
            .Select((line, index) => (Id: Regex.Match(line, @"// (SCALE\d{4})$", RegexOptions.None, Timeout.InfiniteTimeSpan).Groups[1].Value, Line: index + 1))
            .Where(static found => found.Id.Length > 0)
            .Select(found => Finding(file, found.Line, found.Id))),
        StringComparer.Ordinal);

    /// <summary>The findings of a build: warnings as on the command line, and all, suggestions too.</summary>
    public async Task<(SortedSet<string> Warnings, SortedSet<string> All)> Build()
    {
        var build = (await DotNet.Run(Folder, _package.ConsumerEnvironment, "build", ProjectFile, "--no-incremental", "-p:ErrorLog=findings.sarif%2Cversion=2.1")).Succeeded();
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "findings.sarif")));
        var all = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("SCALE", StringComparison.Ordinal))
            .Select(static result =>
            {
                var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                return Finding(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, place.GetProperty("region").GetProperty("startLine").GetInt32(), result.GetProperty("ruleId").GetString()!);
            });
        var warnings = build.Problems
            .Select(static line => Regex.Match(line, @"([^/\\]+\.cs)\((\d+),\d+\): (?:warning|error) (\w+):", RegexOptions.None, Timeout.InfiniteTimeSpan).Groups)
            .Select(static found => $"{found[1].Value}({found[2].Value}) {found[3].Value}");
        return (new(warnings, StringComparer.Ordinal), new(all, StringComparer.Ordinal));
    }

    public static string Finding(string path, int line, string id) => FormattableString.Invariant($"{Path.GetFileName(path)}({line}) {id}");
}
