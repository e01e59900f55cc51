namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Other kinds of projects than the plain one.</summary>
[Collection(PackageFixture.Name)]
public sealed class ProjectKindTests(PackageFixture package)
{
    [Fact]
    public Task Build_SeveralTargetFrameworks_PlansOnceAndCompilesEach() =>
        PlanFrameworks("csproj", "Code.cs", "internal static class Code { internal const long N = P.Gpt2SmallBudget.TotalParameters; }");

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
            """, "<ScalingRuns Include=\"my-law.csv\" />" + (extension is "fsproj" ? $"<Compile Include=\"{source}\" />" : ""), extension);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("my-law.csv", FitTests.Runs(1.8));
        consumer.Write(source, text);

        var build = (await consumer.Build("--tl:off", "-p:ScalingUpdateLock=true")).Succeeded();
        consumer.Write("scaling.lock.json", consumer.Read("scaling.lock.json").Replace("124439808", "124439809", StringComparison.Ordinal));
        var moved = await consumer.Build("--tl:off", "--no-restore");

        Assert.Single(build.Matching("^my-law: "));
        Assert.Single(build.Matching("^Gpt2Small: "));
        Assert.Single(build.Matching("scaling.lock.json' holds the plans"));
        Assert.Equal(["obj/Debug/net10.0/scaling/Gpt2Small.plan.json"], consumer.Files(".plan.json")); // after an error too
        Assert.Equal(2, consumer.Files("bin/Debug/").Count(file => file.EndsWith($"frameworks-{extension}.dll", StringComparison.Ordinal)));
        Assert.Single(moved.Matching("error SCALE9010: "));

        // The compiler of C# says a finding once for each framework that it compiles; without its analyzers the task says it, once.
        string[] compiled = extension is "csproj" ? ["::TargetFramework=net10.0]", "::TargetFramework=net10.0-windows]"] : ["]"];
        var lines = build.Matching(@"Gpt2Small\.scaling\.json\(14,22\): warning SCALE1001: ");
        Assert.True(lines.Length == compiled.Length && compiled.All(end => lines.Count(line => line.EndsWith(end, StringComparison.Ordinal)) == 1),
            "One line for each framework is expected: " + string.Join('\n', lines));
    }
}
