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

    [Fact, Trait("Speed", "Slow")]
    public async Task Publish_Trimmed_KeepsTheConstantsAndTheLibrary()
    {
        var consumer = Program("trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn>");

        var publish = await consumer.Run("publish", "-r", "linux-x64", "-o", "out");
        if (!OperatingSystem.IsLinux() || publish.Matching("NU1101|NU1102|NU1100|NETSDK1112").Length > 0)
            return; // no runtime pack here
        publish.Succeeded();

        Assert.Empty(publish.Matching("warning IL"));
        Assert.Equal("124439808 124439808", await RunProgram(consumer));
    }

    private Consumer Program(string folder, string properties)
    {
        var consumer = new Consumer(package, folder, "<OutputType>Exe</OutputType><RootNamespace>P</RootNamespace><InvariantGlobalization>true</InvariantGlobalization>" + properties);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Program.cs", """
            var result = ScalingSdk.SpecPipeline.Run("a.scaling.json", System.IO.File.ReadAllText(args[0]), static _ => null);
            System.Console.WriteLine($"{P.Gpt2SmallBudget.TotalParameters} {result.Plan!.Find("total_parameters")!.Number}");
            """);
        return consumer;
    }

    private static async Task<string> RunProgram(Consumer consumer)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            Path.Combine(consumer.Folder, "out", "trimmed"), [Path.Combine(consumer.Folder, "Gpt2Small.scaling.json")])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Trim();
    }
}
