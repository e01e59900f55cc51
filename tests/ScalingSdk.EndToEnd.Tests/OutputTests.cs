namespace ScalingSdk.EndToEnd.Tests;

/// <summary>What a build leaves for other tools: SARIF, binary logs, published programs.</summary>
[Collection(PackageFixture.Name)]
public sealed class OutputTests(PackageFixture package)
{
    [Fact]
    public async Task Build_ErrorLog_HoldsTheFindingsWithTheirPages()
    {
        var consumer = new Consumer(package, "sarif");
        consumer.CopySample("Gpt2Small.scaling.json");

        (await consumer.Build("-p:ErrorLog=log.sarif%2Cversion=2.1")).Succeeded();
        var sarif = consumer.Read("log.sarif");

        Assert.Contains("\"ruleId\": \"SCALE1001\"", sarif, StringComparison.Ordinal);
        Assert.Contains("Gpt2Small.scaling.json", sarif, StringComparison.Ordinal);
        Assert.Contains("docs/rules/SCALE1001.md", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_BinaryLog_ShowsInputsAndOutputs()
    {
        var consumer = new Consumer(package, "binlog");
        consumer.CopySample("Gpt2Small.scaling.json");

        (await consumer.Build("-bl:build.binlog")).Succeeded();
        var replayed = await consumer.Run("msbuild", "build.binlog", "-v:diag", "-tl:off");
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, "binlog.csproj"), DateTime.UtcNow.AddSeconds(1));
        (await consumer.Build("-bl:again.binlog")).Succeeded();
        var again = await consumer.Run("msbuild", "again.binlog", "-v:diag", "-tl:off");

        Assert.NotEmpty(replayed.Matching("Task Parameter:.*Specs=Gpt2Small.scaling.json|^Specs=$|Specs=Gpt2Small"));
        Assert.NotEmpty(replayed.Matching(@"Stamp=obj/Debug/net10\.0/scaling/plans\..*\.txt"));
        Assert.NotEmpty(again.Matching("Input file \".*binlog.csproj\" is newer than output file \".*plans"));
    }
}
