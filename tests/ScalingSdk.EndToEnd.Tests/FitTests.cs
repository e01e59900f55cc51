using System.Globalization;
using System.Text;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Laws from the project's own runs: fitted before the compiler, and only when they have to be.</summary>
[Collection(PackageFixture.Beside)]
public sealed class FitTests(PackageFixture package)
{
    private const string Constants = "obj/Debug/net10.0/scaling/";

    [Fact]
    public async Task Build_Runs_FitTheLawThatConstantsFollowFrom()
    {
        var consumer = Consumer("fit", "<ScalingRuns Include=\"runs/*.csv\" Law=\"my-law\" /><ScalingRuns Include=\"other.csv\" Law=\"other-law\" />");
        consumer.Write("runs/a.csv", Runs(1.8));
        consumer.Write("other.csv", Runs(2.0));

        var first = (await consumer.Build("--tl:off")).Succeeded();
        var tokens = OptimalTokens(consumer);
        var again = (await consumer.Build("-v:d", "--tl:off")).Succeeded();
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, "runs/a.csv"), DateTime.UtcNow);
        var touched = (await consumer.Build("-v:d", "--tl:off")).Succeeded();
        consumer.Write("runs/b.csv", Runs(1.8, beta: 0.365));
        var more = (await consumer.Build("-v:d", "--tl:off")).Succeeded();

        Assert.Single(first.Matching(@"^my-law: E 1\.8, A 480, B 2,100, alpha 0\.35, beta 0\.37 · fitted to 36 runs$"));
        Assert.Single(first.Matching("^other-law: E 2, "));
        Assert.Equal(2, again.Matching("Skipping target \"_ScalingFit\"").Length);
        Assert.Single(again.Matching("Skipping target \"CoreCompile\""));
        Assert.Single(touched.Matching("^my-law: "));
        Assert.Empty(touched.Matching("^other-law: "));
        Assert.Single(touched.Matching("Skipping target \"CoreCompile\"")); // the law is the same
        Assert.Single(more.Matching("^my-law: .* fitted to 72 runs$"));
        Assert.NotEqual(tokens, OptimalTokens(consumer), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Build_DesignTime_HasTheLawOfTheLastBuild()
    {
        var consumer = Consumer("fit-design", "<ScalingRuns Include=\"my-law.csv\" />");
        consumer.Write("my-law.csv", Runs(1.8));
        (await consumer.Build("--tl:off")).Succeeded();
        consumer.Write("my-law.csv", Runs(1.9));

        var design = (await consumer.Run("msbuild", "-getItem:AdditionalFiles", "-p:DesignTimeBuild=true")).Succeeded();
        var compiled = (await consumer.Build("-t:ScalingFitLaws", "-p:DesignTimeBuild=true", "--no-restore", "--tl:off")).Succeeded();

        Assert.NotEmpty(design.Matching("\"Identity\": \".*obj/Debug/net10.0/scaling/my-law.law.json\""));
        Assert.Empty(compiled.Matching("^my-law: "));
    }

    [Theory]
    [InlineData("my-law", "step,lr\n1,2\n", @"my-law\.csv(\(\d+\))?\s?: error SCALE9020: no law can be fitted: .*no column holds")]
    [InlineData("My Law", "N,D,loss\n", @"csproj : error SCALE9020: 'My Law' is not a name of a law")]
    [InlineData("besiroglu-2024", "N,D,loss\n", @"csproj : error SCALE9020: 'besiroglu-2024' is a published law")]
    public async Task Build_NoLaw_SaysWhy(string law, string runs, string expected)
    {
        var consumer = Consumer("fit-" + law.Replace(' ', '-'), $"<ScalingRuns Include=\"my-law.csv\" Law=\"{law}\" />");
        consumer.Write("my-law.csv", runs);

        var build = await consumer.Build("--tl:off");

        Assert.Equal(1, build.ExitCode);
        Assert.Single(build.Matching(expected));
        Assert.Empty(build.Matching("MSB4018|Exception"));
    }

    [Fact]
    public async Task Build_RunsThatLeaveSomethingOpen_HasTheSeverityThatTheProjectSets()
    {
        var consumer = new Consumer(package, "fit-severity", "", "<ScalingRuns Include=\"my-law.csv\" />");
        const int TwoSizes = 13;
        consumer.Write("my-law.csv", string.Join('\n', Runs(1.8).Split('\n').Take(TwoSizes)) + "\n");

        var warned = await consumer.Build("--tl:off");
        var failed = await consumer.Build("--no-restore", "--tl:off", "-p:TreatWarningsAsErrors=true");
        var silent = await consumer.Build("--no-restore", "--tl:off", "-p:NoWarn=SCALE9021", "-p:TreatWarningsAsErrors=true");

        Assert.NotEmpty(warned.Succeeded().Matching("my-law\\.csv : warning SCALE9021: "));
        Assert.NotEmpty(failed.Matching("my-law\\.csv : error SCALE9021: "));
        Assert.Equal(1, failed.ExitCode);
        Assert.Empty(silent.Succeeded().Matching("SCALE9021"));
    }

    [Fact]
    public async Task Build_RunsThatAreAPipe_AreRefusedAtOnce()
    {
        var consumer = new Consumer(package, "fit-pipe", "", "<ScalingRuns Include=\"my-law.csv\" />");
        using var pipe = new NamedPipe(Path.Combine(consumer.Folder, "my-law.csv"));

        var build = await consumer.Build("--tl:off");

        Assert.Equal(1, build.ExitCode);
        Assert.NotEmpty(build.Matching("error SCALE9020: there are no runs: the file is missing or not a file"));
    }

    [Fact]
    public async Task Build_LogBeingWritten_TakesWholeLinesAndTheRestNextTime()
    {
        var consumer = Consumer("fit-writing", "<ScalingRuns Include=\"my-law.csv\" />");
        var lines = Runs(1.8).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var log = new StreamWriter(new FileStream(Path.Combine(consumer.Folder, "my-law.csv"), FileMode.Create, FileAccess.Write, FileShare.Read));
        foreach (var line in lines[..30])
            await log.WriteLineAsync(line);
        await log.WriteAsync(lines[30][..^4]); // the first half of a number that is a number too
        await log.FlushAsync();
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, "my-law.csv"), DateTime.UtcNow.AddDays(1)); // less than two seconds ago, however long this takes

        var during = await consumer.Build("--tl:off");
        await log.WriteLineAsync(lines[30][^4..]);
        foreach (var line in lines[31..])
            await log.WriteLineAsync(line);
        await log.DisposeAsync();
        var after = (await consumer.Build("--tl:off")).Succeeded();

        Assert.Single(during.Succeeded().Matching(@"^my-law: .* fitted to 29 runs$"));
        Assert.Single(after.Matching(@"^my-law: .* fitted to 36 runs$"));
    }

    private Consumer Consumer(string folder, string items)
    {
        var consumer = new Consumer(package, folder, "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><NoWarn>$(NoWarn);SCALE9021</NoWarn>", items);
        consumer.Write("Gpt2Small.scaling.json", Repository.Read("samples/QuickStart/Gpt2Small.scaling.json")
            .Replace("\"training\"", "\"laws\": { \"allocation\": \"my-law\" }, \"training\"", StringComparison.Ordinal));
        return consumer;
    }

    private static string OptimalTokens(Consumer consumer)
    {
        var plan = consumer.Read(Constants + "Gpt2Small.plan.json");
        return plan[plan.IndexOf("\"optimal_tokens\"", StringComparison.Ordinal)..][..60];
    }

    /// <summary>A table of runs that lie on a law without noise.</summary>
    internal static string Runs(double e, double beta = 0.37)
    {
        var text = new StringBuilder("N,D,loss\n");
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                var (n, d) = (1e8 * Math.Pow(2, i), 2e9 * Math.Pow(2, j));
                var loss = e + (480 / Math.Pow(n, 0.35)) + (2100 / Math.Pow(d, beta));
                text.Append(CultureInfo.InvariantCulture, $"{n},{d},{loss}\n");
            }
        }

        return text.ToString();
    }
}
