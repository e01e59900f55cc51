using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Other kinds of projects than the plain one.</summary>
[Collection(PackageFixture.Name)]
public sealed class ProjectKindTests(PackageFixture package)
{
    [Fact]
    public Task Build_SeveralTargetFrameworks_PlansOnceAndCompilesEach() =>
        PlanFrameworks("csproj", "Code.cs", """
            [ScalingSdk.ScalingSpec("Gpt2Small.scaling.json")]
            internal sealed class Code { internal const long N = P.Gpt2SmallBudget.TotalParameters; }
            """);

    [Fact]
    public Task Build_SeveralTargetFrameworksOfFSharp_PlansOnceAndCompilesEach() =>
        PlanFrameworks("fsproj", "Code.fs", "module Code\n[<Literal>]\nlet N = P.Gpt2SmallBudget.TotalParameters\n");

    [Fact]
    public Task Build_SeveralTargetFrameworksOfVisualBasic_PlansOnce() => PlanFrameworks("vbproj", "Code.vb", "Module Code\nEnd Module\n");

    [Fact]
    public async Task Build_SpecListedAgain_IsOneSpec()
    {
        const string spec = "Gpt2Small.scaling.json";
        var consumer = new Consumer(package, "twice", items: $"<ScalingSpec Include=\"{spec}\" /><AdditionalFiles Include=\"{spec}\" />");
        consumer.CopySample(spec);

        var build = (await consumer.Build("--tl:off")).Succeeded();

        Assert.Single(build.Problems);
        Assert.Single(build.Matching("^Gpt2Small: "));
    }

    [Fact]
    public async Task Build_DefaultItemsOff_TakesListedSpecsAlone()
    {
        var consumer = new Consumer(package, "listed", "<EnableDefaultScalingItems>false</EnableDefaultScalingItems><ScalingSummary>false</ScalingSummary>",
            "<ScalingSpec Include=\"listed/*.json\" />");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("listed/Listed.scaling.json", Repository.Read("samples/QuickStart/Gpt2Small.scaling.json")
            .Replace("Gpt2Small", "Listed", StringComparison.Ordinal));

        var build = (await consumer.Build("--tl:off")).Succeeded();

        Assert.Contains("Listed.scaling.json", Assert.Single(build.Problems), StringComparison.Ordinal);
        Assert.Equal(["obj/Debug/net10.0/scaling/Listed.plan.json"], consumer.Files(".plan.json"));
        Assert.Empty(build.Matching("^Listed: "));
    }

    private async Task PlanFrameworks(string extension, string source, string text)
    {
        var consumer = new Consumer(package, "frameworks-" + extension, """
            <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads><RootNamespace>P</RootNamespace>
            <ErrorLog>$(TargetFramework).sarif,version=2.1</ErrorLog>
            """, "<ScalingRuns Include=\"my-law.csv\" />" + (extension is "fsproj" ? $"<Compile Include=\"{source}\" />" : ""), extension);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("my-law.csv", FitTests.Runs(1.8));
        consumer.Write(source, text);

        var build = (await consumer.Build("--tl:off", "-p:ScalingUpdateLock=true")).Succeeded();
        consumer.Write("scaling.lock.json", consumer.Read("scaling.lock.json").Replace("124439808", "124439809", StringComparison.Ordinal));
        var moved = await consumer.Build("--tl:off", "--no-restore");

        // One line a finding and target framework, at the spec: the code that names it has the finding as information, which no console prints.
        Assert.Equal(
            ["SCALE1001 net10.0", "SCALE1001 net10.0-windows"],
            build.Problems.Select(static line => Regex.Match(line, @"Gpt2Small\.scaling\.json\(14,22\): warning (SCALE\d+): .*::TargetFramework=(.*)\]$").Result("$1 $2")).Order(StringComparer.Ordinal));
        if (extension is "csproj")
        {
            Assert.Equal(
                ["Code.cs note", "Gpt2Small.scaling.json warning"],
                Regex.Matches(consumer.Read("net10.0.sarif"), @"""ruleId"": ""SCALE1001""[\s\S]*?""level"": ""(\w+)""[\s\S]*?""uri"": ""[^""]*?([^/""]+)""").Select(static match => match.Result("$2 $1")).Order(StringComparer.Ordinal));
        }

        Assert.Single(build.Matching("^my-law: "));
        Assert.Single(build.Matching("^Gpt2Small: "));
        Assert.Single(build.Matching("scaling.lock.json' holds the plans"));
        Assert.Equal(["obj/Debug/net10.0/scaling/Gpt2Small.plan.json"], consumer.Files(".plan.json")); // after an error too
        Assert.Equal(2, consumer.Files("bin/Debug/").Count(file => file.EndsWith($"frameworks-{extension}.dll", StringComparison.Ordinal)));
        Assert.Single(moved.Matching("error SCALE9010: "));
    }
}
