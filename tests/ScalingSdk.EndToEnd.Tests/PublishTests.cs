using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Programs that are published: what they say, and what lies beside them.</summary>
[Collection(PackageFixture.Beside)]
public sealed class PublishTests(PackageFixture package)
{
    [Fact]
    public async Task Publish_Plain_LeavesSpecsAndPlansBehind()
    {
        var consumer = Program("plain", "");

        (await consumer.Run("publish", "-o", "out")).Succeeded();
        var program = await consumer.Run("out/plain.dll", "Gpt2Small.scaling.json");

        Assert.Equal("124439808 124439808", program.Output.Trim());
        Assert.Equal(
            ["ScalingSdk.Training.dll", "ScalingSdk.dll", "plain.deps.json", "plain.dll", "plain.pdb", "plain.runtimeconfig.json"],
            consumer.Files("out/").Select(Path.GetFileName).Where(static file => Path.HasExtension(file) && !file!.EndsWith(".exe", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public Task Publish_Aot_HasNoWarningAndSaysTheConstants() => Publish("aot", "<PublishAot>true</PublishAot>");

    [SkippableFact]
    public Task Publish_Trimmed_HasNoWarningAndSaysTheConstants() =>
        Publish("trimmed", "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn>");

    private async Task Publish(string name, string properties)
    {
        var consumer = Program(name, properties);
        await Restore(consumer);

        var publish = (await consumer.Run("publish", "--no-restore", "--ucr", "-o", "out", "--tl:off")).Succeeded();

        Assert.Contains("warning SCALE1001", Assert.Single(publish.Problems), StringComparison.Ordinal);
        Assert.Equal("124439808 124439808", await Output(Path.Combine(consumer.Folder, "out", name), Path.Combine(consumer.Folder, "Gpt2Small.scaling.json")));
    }

    /// <summary>Restores from the machine's own sources too: the packs of the runtime and of the AOT compiler are there.</summary>
    private static async Task Restore(Consumer consumer)
    {
        var none = new Dictionary<string, string?>(StringComparer.Ordinal);
        var list = await DotNet.Run(Path.GetTempPath(), none, "nuget", "list", "source", "--format", "short");
        var sources = Regex.Matches(list.Output, @"^E (\S+)", RegexOptions.Multiline, Timeout.InfiniteTimeSpan).Select(static match => match.Groups[1].Value);
        var restore = await consumer.Run("restore", "--ucr", "-p:RestoreAdditionalProjectSources=" + string.Join("%3B", sources));
        var missing = restore.Matching("error (NU1100|NU1101|NU1102|NU1301)");
        Skip.If(missing.Length > 0, "the packs cannot be restored here: " + missing.FirstOrDefault());
        restore.Succeeded();
    }

    private Consumer Program(string folder, string properties)
    {
        var consumer = new Consumer(package, folder, "<OutputType>Exe</OutputType><RootNamespace>P</RootNamespace><InvariantGlobalization>true</InvariantGlobalization>" + properties);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Program.cs", """
            System.Console.WriteLine($"{P.Gpt2SmallBudget.TotalParameters} {ScalingSdk.ScalingPlan.Load(args[0]).Parameters}");
            """);
        return consumer;
    }

    private static async Task<string> Output(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Trim();
    }
}
