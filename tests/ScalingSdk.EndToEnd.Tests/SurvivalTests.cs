using System.Diagnostics;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>What goes wrong around a build, done for real.</summary>
[Collection(PackageFixture.Beside)]
public sealed class SurvivalTests(PackageFixture package)
{
    private const string Plan = "obj/Debug/net10.0/scaling/Gpt2Small.plan.json";

    [Fact]
    public async Task Build_DifficultPath_PlansAndCompiles()
    {
        var consumer = new Consumer(package, "ａ b; #1 50% größer/Ｍodèle", "<RootNamespace>M</RootNamespace><AssemblyName>M</AssemblyName>", """
            <ScalingRuns Include="läufe 1%/a #1.csv" Law="my-law" /><ScalingModelFile Include="ｍ 1%;#/config.json" />
            """.Replace(";", "%3B", StringComparison.Ordinal).Replace("1%", "1%25", StringComparison.Ordinal));
        consumer.CopySample("Gpt2Small.scaling.json", "spécs 1%/Größe #1.scaling.json");
        consumer.CopySample("Llama2/Llama2_7B.scaling.json", "Ｌlama;/Llama2_7B.scaling.json");
        consumer.CopySample("Llama2/config.json", "ｍ 1%;#/config.json");
        consumer.Edit("Ｌlama;/Llama2_7B.scaling.json", "config.json", "../ｍ 1%;#/config.json");
        consumer.Write("läufe 1%/a #1.csv", FitTests.Runs(1.8));
        consumer.Write("Program.cs", "internal static class P { internal const long N = M.Gpt2SmallBudget.TotalParameters + M.Llama2_7BBudget.TotalParameters; }");

        var build = (await consumer.Build("--tl:off", "-p:ScalingUpdateLock=true")).Succeeded();
        (await consumer.Build("--tl:off")).Succeeded(); // as locked; MSBuild splits such a path at its ';' and compiles again

        Assert.Contains("/ａ b; #1 50% größer/Ｍodèle/spécs 1%/Größe #1.scaling.json(14,22): warning SCALE1001", Assert.Single(build.Problems), StringComparison.Ordinal);
        Assert.Single(build.Matching("^my-law: .* fitted to 36 runs"));
        Assert.Equal(2, consumer.Files(".plan.json").Length);
    }

    [Fact]
    public async Task Build_ClockSetBack_PlansAndCompilesWhatIsOlderNow()
    {
        const string constants = "obj/Debug/net10.0/generated";
        var consumer = Consumer("clock", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        var spec = Path.Combine(consumer.Folder, "Gpt2Small.scaling.json");
        var (text, time) = (File.ReadAllText(spec), File.GetLastWriteTimeUtc(spec));
        (await consumer.Build("--tl:off")).Succeeded();

        // What was made of the spec lies in the future now.
        foreach (var file in consumer.Files("obj/Debug/net10.0/scaling/").Concat(consumer.Files("clock.dll")).Concat(consumer.Files("clock.pdb")))
            File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, file), DateTime.UtcNow.AddDays(100));
        consumer.Edit("Gpt2Small.scaling.json", "10B", "11B");
        var edited = (await consumer.Build("--tl:off")).Succeeded();
        var compiled = consumer.Read(Assert.Single(consumer.Files(constants)));
        var again = (await consumer.Build("--tl:off", "-v:d")).Succeeded();
        File.WriteAllText(spec, text);
        File.SetLastWriteTimeUtc(spec, time);
        (await consumer.Build("--tl:off")).Succeeded();

        Assert.Single(edited.Matching("^Gpt2Small: .* 11B tokens"));
        Assert.Contains(" Tokens = 11_000_000_000L;", compiled, StringComparison.Ordinal);
        Assert.Single(again.Matching("Skipping target \"_ScalingWritePlans\""));
        Assert.Single(again.Matching("Skipping target \"CoreCompile\""));
        Assert.Contains(" Tokens = 10_000_000_000L;", consumer.Read(Assert.Single(consumer.Files(constants))), StringComparison.Ordinal);
        Assert.Contains("\"value\": 10000000000", consumer.Read(Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_ObjDeleted_GivesTheSameFilesAgain()
    {
        var consumer = Consumer("obj");
        (await consumer.Build("--tl:off")).Succeeded();
        var plan = consumer.Read(Plan);

        Directory.Delete(Path.Combine(consumer.Folder, "obj"), recursive: true);
        (await consumer.Build("--tl:off")).Succeeded();

        Assert.Equal(plan, consumer.Read(Plan));
    }

    [Fact]
    public async Task Build_OutputsDeletedAndLeftover_ComeBackAndGo()
    {
        var consumer = Consumer("outputs");
        consumer.Write("a/Same.scaling.json", consumer.Read("Gpt2Small.scaling.json").Replace("Gpt2Small", "Same", StringComparison.Ordinal));
        consumer.Write("b/Same.scaling.json", consumer.Read("a/Same.scaling.json"));
        consumer.Write("Long.scaling.json", consumer.Read("a/Same.scaling.json").Replace("Same", new string('L', 300), StringComparison.Ordinal));
        (await consumer.Build("--tl:off", "-p:EmitCompilerGeneratedFiles=true")).Succeeded();
        var plans = consumer.Files(".plan.json");
        consumer.Write(Plan + ".0123.tmp", "half a pl");
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, Plan + ".0123.tmp"), DateTime.UtcNow.AddHours(-1));
        File.Delete(Path.Combine(consumer.Folder, plans[0]));
        (await consumer.Build("--tl:off", "-p:EmitCompilerGeneratedFiles=true")).Succeeded();

        Assert.Equal(4, plans.Length);
        Assert.Equal(plans, consumer.Files(".plan.json"));
        File.Delete(Path.Combine(consumer.Folder, "b/Same.scaling.json"));
        (await consumer.Plan()).Succeeded();
        Assert.Contains("obj/Debug/net10.0/scaling/Same.plan.json", consumer.Files(".plan.json"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Build_TwoProjectsAtOnce_ShareASpec()
    {
        var shared = Consumer("sharing/shared");
        string[] names = ["one", "two", "three", "four"];
        foreach (var name in names)
            _ = new Consumer(package, "sharing/" + name, items: "<ScalingSpec Include=\"../shared/Gpt2Small.scaling.json\" />");
        shared.Write("../all.proj", """
            <Project DefaultTargets="Build">
              <Target Name="Build"><MSBuild Projects="one/one.csproj;two/two.csproj;three/three.csproj;four/four.csproj" Targets="$(T)" BuildInParallel="true" /></Target>
            </Project>
            """);

        (await shared.Run("msbuild", "../all.proj", "-p:T=Restore", "-m:4")).Succeeded();
        var build = (await shared.Run("msbuild", "../all.proj", "-p:T=Build", "-m:4", "-tl:off")).Succeeded();

        Assert.Equal(names.Length, build.Matching("^Gpt2Small: ").Length);
        Assert.Equal(names.Length, names.Count(name => File.Exists(Path.Combine(shared.Folder, "..", name, Plan))));
    }

    [Fact]
    public async Task Build_Cancelled_LeavesWholeFilesAndTheNextOneRecovers()
    {
        if (OperatingSystem.IsWindows())
            return; // it has no named pipes in folders
        string[] runs = [.. Enumerable.Range(0, 20 + Environment.ProcessorCount).Select(static i => FormattableString.Invariant($"Run{i:000}"))];
        var consumer = new Consumer(package, "cancelled", "<EnableDefaultScalingItems>false</EnableDefaultScalingItems>",
            $"<ScalingSpec Include=\"{string.Join(".scaling.json;", runs)}.scaling.json\" />");
        foreach (var run in runs)
            consumer.Write(run + ".scaling.json", Repository.Read("samples/QuickStart/Gpt2Small.scaling.json").Replace("Gpt2Small", run, StringComparison.Ordinal));
        (await consumer.Run("restore")).Succeeded();

        // Each core stops at a plan in the middle until Ctrl+C has been pressed.
        string[] held = runs[10..^10];
        NamedPipe[] pipes = [.. held.Select(run => new NamedPipe(Path.Combine(consumer.Folder, Plan.Replace("Gpt2Small", run, StringComparison.Ordinal))))];
        await consumer.Follow(
            [("^Build started", () => Task.WaitAll([.. pipes.Select(static pipe => pipe.Reached())]))],
            () => Array.ForEach(pipes, static pipe => pipe.Dispose()),
            "build", "--no-restore", "--tl:off", "-v:n");
        var plans = consumer.Files(".plan.json");
        Assert.Subset(new HashSet<string>(plans, StringComparer.Ordinal), new HashSet<string>(runs[..10].Select(static run => Plan.Replace("Gpt2Small", run, StringComparison.Ordinal)), StringComparer.Ordinal));
        Assert.All(plans, file => Assert.EndsWith("}\n", consumer.Read(file), StringComparison.Ordinal));
        Assert.Empty(consumer.Files(".tmp"));
        Assert.Empty(consumer.Files("cancelled.dll"));
        var next = (await consumer.Build("--no-restore", "--tl:off")).Succeeded();

        Assert.Equal(runs.Length, consumer.Files(".plan.json").Length);
        Assert.Equal(runs.Length, next.Problems.Length);
    }

    [MountFact]
    public async Task Build_ReadOnlySources_WritesNothingAmongThem()
    {
        var consumer = Consumer("read-only");
        Assert.True(await Mount("--bind", consumer.Folder, consumer.Folder));
        try
        {
            Assert.True(await Mount("-o", "remount,ro,bind", consumer.Folder));
            var output = Path.Combine(package.Folder, "read-only-output") + "/";

            string[] elsewhere = ["--tl:off", $"-p:BaseIntermediateOutputPath={output}obj/", $"-p:OutputPath={output}bin/", $"-p:MSBuildProjectExtensionsPath={output}obj/"];
            var build = (await consumer.Build(elsewhere)).Succeeded();

            Assert.Single(build.Problems);
            Assert.True(File.Exists(output + "obj/Debug/net10.0/scaling/read-only/Gpt2Small.plan.json"), "a plan folder outside the project keeps projects apart by name");
            Assert.Single((await consumer.Build([.. elsewhere, "-p:ScalingUpdateLock=true"])).Matching("error : '.*/read-only/scaling.lock.json' could not be written: "));
        }
        finally
        {
            await Shell("umount", consumer.Folder);
        }
    }

    [MountFact]
    public async Task Build_DiskFull_KeepsTheOldFileNamesItAndRecovers()
    {
        var consumer = Consumer("full");
        var plans = Path.Combine(consumer.Folder, "plans");
        Directory.CreateDirectory(plans);
        Assert.True(await Mount("-t", "tmpfs", "-o", "size=128k", "tmpfs", plans));
        try
        {
            string[] inPlans = ["-p:ScalingPlanDirectory=plans", "-p:ScalingLockFile=plans/scaling.lock.json"];
            (await consumer.Build(["--tl:off", "-p:ScalingUpdateLock=true", .. inPlans])).Succeeded();
            var (before, locked) = (consumer.Read("plans/Gpt2Small.plan.json"), consumer.Read("plans/scaling.lock.json"));
            consumer.Write("Gpt2Small.scaling.json", consumer.Read("Gpt2Small.scaling.json").Replace("10B", "11B", StringComparison.Ordinal));
            Fill(Path.Combine(plans, "filler"));

            var full = await consumer.Plan(inPlans);
            Assert.Equal(1, full.ExitCode);
            Assert.Single(full.Matching("error : '.*/plans/Gpt2Small.plan.json' could not be written: "));
            Assert.Equal(before, consumer.Read("plans/Gpt2Small.plan.json"));
            var fullLock = await consumer.Plan("-p:ScalingUpdateLock=true", inPlans[1]);
            Assert.Single(fullLock.Matching("error : '.*/plans/scaling.lock.json' could not be written: "));
            Assert.Equal(locked, consumer.Read("plans/scaling.lock.json"));
            Assert.Equal(3, Directory.GetFiles(plans).Length); // no half of a file

            File.Delete(Path.Combine(plans, "filler"));
            (await consumer.Plan(["-p:ScalingUpdateLock=true", .. inPlans])).Succeeded();
            Assert.NotEqual(before, consumer.Read("plans/Gpt2Small.plan.json"), StringComparer.Ordinal);
            Assert.NotEqual(locked, consumer.Read("plans/scaling.lock.json"), StringComparer.Ordinal);
        }
        finally
        {
            await Shell("umount", plans);
        }
    }

    private Consumer Consumer(string folder, string properties = "")
    {
        var consumer = new Consumer(package, folder, properties);
        consumer.CopySample("Gpt2Small.scaling.json");
        return consumer;
    }

    private static void Fill(string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        var block = new byte[1024];
        try
        {
            while (true)
                stream.Write(block);
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    private static Task<bool> Mount(params string[] arguments) => OperatingSystem.IsLinux() ? Shell("mount", arguments) : Task.FromResult(false);

    private static async Task<bool> Shell(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
