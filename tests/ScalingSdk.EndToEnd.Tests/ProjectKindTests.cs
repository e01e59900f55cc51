namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Other kinds of projects than the plain one.</summary>
[Collection(PackageFixture.Name)]
public sealed class ProjectKindTests(PackageFixture package)
{
    [Fact]
    public async Task Build_SeveralTargetFrameworks_PlansOnce()
    {
        var consumer = new Consumer(package, "frameworks",
            "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>");
        consumer.CopySample("Gpt2Small.scaling.json");

        var build = (await consumer.Build("--tl:off")).Succeeded();

        Assert.Single(build.Matching("^Gpt2Small: "));
        Assert.Equal(["obj/Debug/net10.0/scaling/Gpt2Small.plan.json"], consumer.Files(".plan.json"));
    }

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
}
