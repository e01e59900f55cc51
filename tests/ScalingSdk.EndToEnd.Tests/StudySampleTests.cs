using System.Globalization;
using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The sample whose constants follow from its own runs, copied out of the repository, with a model that trains in a second.</summary>
[Collection(PackageFixture.Beside)]
public sealed class StudySampleTests : IDisposable
{
    private const double Worse = 1.5;
    private readonly PackageFixture _package;
    private readonly string _folder;

    public StudySampleTests(PackageFixture package)
    {
        _package = package;
        _folder = Directory.CreateDirectory(Path.Combine(package.Folder, "study", "ScalingStudy")).FullName;
        var sample = Repository.File("samples/ScalingStudy");
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories).Where(static file => !Regex.IsMatch(file, @"[/\\](bin|obj)[/\\]", RegexOptions.None, Timeout.InfiniteTimeSpan)))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(Repository.File("samples/Directory.Packages.props"), Path.Combine(_folder, "../Directory.Packages.props"));
        // One version of each package, which may be newer than the one that another asks for.
        var feed = Path.Combine(_folder, "../feed");
        RestoredPackages.CopyTo(feed, "OpenTelemetry.Exporter.Console", "MathNet.Numerics", "Sylvan.Data.Csv", "Parquet.Net");
        File.WriteAllText(Path.Combine(_folder, "../Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <ScalingSdkVersion>{package.Version}</ScalingSdkVersion>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
              </PropertyGroup>
            </Project>
            """);
        Edit("Next.scaling.json", static text => text
            .Replace("\"hidden_size\": 64", "\"hidden_size\": 16", StringComparison.Ordinal)
            .Replace("\"attention_heads\": 4", "\"attention_heads\": 1", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path.Combine(_folder, ".."), recursive: true);

    [Fact]
    public async Task Constants_FollowFromTheRuns_AndTheRunIsHeldAgainstThem()
    {
        var build = await Build();
        var first = await Train("first");
        Edit("runs.jsonl", static text => Regex.Replace(text, "\"loss\":([0-9.]+)", static match =>
            FormattableString.Invariant($"\"loss\":{Worse * double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)}"), RegexOptions.None, Timeout.InfiniteTimeSpan));
        await Build();
        var second = await Train("second", "--metrics");

        Assert.Contains(Assert.Single(build.Matching("^scaling-study: E ")), Repository.Read("samples/ScalingStudy/README.md"), StringComparison.Ordinal);
        Assert.Equal(Worse, Predicted(second) / Predicted(first), tolerance: 0.001);
        Assert.Matches("(?m)^Outcome: .*: MISSED$", second.Output);
        Assert.All(Instruments, instrument => Assert.Matches($"(?m)^Metric Name: {Regex.Escape(instrument)}, Description: .*, Unit: \\S+, Metric Type: ", second.Output));
    }

    private static IEnumerable<string> Instruments => Regex
        .Matches(Repository.Read("docs/training.md"), @"`(scaling\.run\.[a-z_.]+)`", RegexOptions.None, Timeout.InfiniteTimeSpan).Select(static match => match.Groups[1].Value);

    private static double Predicted(DotNetResult run) =>
        double.Parse(Regex.Match(run.Output, @"steps: ([0-9.]+) nats/byte predicted", RegexOptions.None, Timeout.InfiniteTimeSpan).Groups[1].Value, CultureInfo.InvariantCulture);

    private async Task<DotNetResult> Build()
    {
        var build = (await Run("build", "-c", "Release", "--tl:off")).Succeeded();
        Assert.All(build.Problems, static problem => Assert.Contains("runs.jsonl : warning SCALE9021: ", problem, StringComparison.Ordinal));
        return build;
    }

    private async Task<DotNetResult> Train(string folder, params string[] more) =>
        (await Run(["run", "-c", "Release", "--no-build", "next", "--out", folder, .. more])).Succeeded();

    private Task<DotNetResult> Run(params string[] arguments) => DotNet.Run(_folder, _package.ConsumerEnvironment, arguments);

    private void Edit(string file, Func<string, string> change)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
    }
}
