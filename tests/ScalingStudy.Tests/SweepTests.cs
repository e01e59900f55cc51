using ScalingSdk.Fitting;

namespace ScalingStudy.Tests;

/// <summary><c>scaling sweep</c> with real runs of the study, each a process.</summary>
public sealed class SweepTests : IDisposable
{
    private static readonly string[] Small = ["--flops", "2e8", "--budgets", "1", "--sizes", "4", "--spread", "2"];
    private readonly string _root = Directory.CreateTempSubdirectory("sweep").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name) => Path.Combine(_root, name);

    [Fact]
    public async Task Sweep_WhoseRunsAreKilledAndTorn_IsResumedToTheRunsOfAnUndisturbedOne()
    {
        var (whole, broken) = (Folder("whole"), Folder("broken"));
        Assert.Equal(0, (await ScalingProcess.ToolAsync(["sweep", .. Small, "-o", whole, "--engine", "local", "--jobs", "2", "--command", ScalingProcess.TrainOne])).Code);

        // Each run of size 2 is killed by its own shell after it has begun a log; one log loses its last bytes.
        var killing = "case $SCALING_NAME in *_N2_*) printf '{\"record\":\"start\",\"na' > \"$SCALING_LOG\"; kill -9 $$;; esac; " + ScalingProcess.TrainOne;
        var first = await ScalingProcess.ToolAsync(["sweep", .. Small, "-o", broken, "--engine", "local", "--jobs", "2", "--command", killing]);
        var log = Path.Combine(broken, "C1_N3_S1.jsonl");
        File.WriteAllBytes(log, File.ReadAllBytes(log)[..^7]);
        File.Delete(Path.Combine(broken, "C1_N4_S1.jsonl"));

        Assert.Equal(1, first.Code);
        var status = await ScalingProcess.ToolAsync("sweep", "status", broken);
        Assert.Equal(1, status.Code);
        Assert.Contains("1 finished, 2 stopped, 1 missing", status.Out, StringComparison.Ordinal);
        var early = await ScalingProcess.ToolAsync("sweep", "collect", broken);
        Assert.Equal(1, early.Code);
        Assert.Contains("C1_N2_S1 is left out: its log has no end", early.Error, StringComparison.Ordinal);
        Assert.Single(RunReader.Read(File.ReadAllText(Path.Combine(broken, "runs.jsonl"))).Runs);

        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "resume", broken, "--command", ScalingProcess.TrainOne)).Code);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", broken)).Code);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", whole)).Code);
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "runs.jsonl")), File.ReadAllText(Path.Combine(broken, "runs.jsonl")));
        Assert.Equal(4, RunReader.Read(File.ReadAllText(Path.Combine(whole, "runs.jsonl"))).Runs.Count);
    }

    [Fact]
    public async Task Sweep_IsShownWithItsCostAndWritten_BeforeAnythingRuns()
    {
        var run = await ScalingProcess.ToolAsync(["sweep", .. Small, "-o", Folder("a")]);

        Assert.Equal(0, run.Code);
        Assert.Contains("4 runs, ", run.Out, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(Folder("a"), "*.scaling.json").Length);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("plan", Path.Combine(Folder("a"), "C1_N1_S1.scaling.json"))).Code);
        Assert.Equal(2, (await ScalingProcess.ToolAsync(["sweep", .. Small, "-o", Folder("a")])).Code);
    }

    [Fact]
    public async Task Collect_ALogOfAnotherRun_LeavesItOut()
    {
        await ScalingProcess.ToolAsync(["sweep", .. Small, "-o", Folder("a"), "--engine", "local", "--command", ScalingProcess.TrainOne]);
        File.Copy(Path.Combine(Folder("a"), "C1_N1_S1.jsonl"), Path.Combine(Folder("a"), "C1_N2_S1.jsonl"), overwrite: true);

        var collected = await ScalingProcess.ToolAsync("sweep", "collect", Folder("a"), "-o", "-");

        Assert.Equal(1, collected.Code);
        Assert.Contains("C1_N2_S1 is left out: its log is of another run", collected.Error, StringComparison.Ordinal);
        Assert.Equal(3, RunReader.Read(collected.Out).Runs.Count);
    }
}
