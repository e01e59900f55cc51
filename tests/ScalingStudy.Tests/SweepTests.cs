using ScalingSdk.Fitting.Reading;

namespace ScalingStudy.Tests;

/// <summary><c>scaling sweep</c> with real runs of the study, each a process.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sweep").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name) => Path.Combine(_root, name);

    [Fact]
    public async Task Sweep_WhoseRunsAreKilledAndTorn_IsResumedToTheRunsAndTheLawOfAnUndisturbedOne()
    {
        // The run of size 2 is killed by its own shell after it has begun a log; one log loses its last bytes, one is lost.
        var broken = Folder("broken");
        var killing = "case $SCALING_NAME in *_N2_*) printf '{\"record\":\"start\",\"na' > \"$SCALING_LOG\"; kill -9 $$;; *_N4_*) exit 0;; esac; " + ScalingProcess.TrainOne;
        var first = await ScalingProcess.ToolAsync(["sweep", .. WholeSweep.Design, "-o", broken, "--engine", "local", "--jobs", "2", "--command", killing]);
        var log = Path.Combine(broken, "C1_N3_S1.jsonl");
        File.WriteAllBytes(log, File.ReadAllBytes(log)[..^7]);

        Assert.Equal(1, first.Code);
        var status = await ScalingProcess.ToolAsync("sweep", "status", broken);
        Assert.Equal(1, status.Code);
        Assert.Contains("3 finished, 2 stopped, 1 missing", status.Out, StringComparison.Ordinal);
        var early = await ScalingProcess.ToolAsync("sweep", "collect", broken);
        Assert.Equal(1, early.Code);
        Assert.Contains("C1_N2_S1 is left out: its log has no end", early.Error, StringComparison.Ordinal);
        Assert.Equal(3, RunReader.Read(File.ReadAllText(Path.Combine(broken, "runs.jsonl"))).Runs.Count);

        var resumed = await ScalingProcess.ToolAsync("sweep", "resume", broken, "--jobs", "2", "--command", ScalingProcess.TrainOne);
        Assert.Equal(0, resumed.Code);
        Assert.Contains("[3/3] ", resumed.Error, StringComparison.Ordinal);
        await WholeSweep.AssertSameAsync(broken);
    }

    [Fact]
    public async Task Sweep_IsShownWithItsCostAndWritten_BeforeAnythingRuns()
    {
        var run = await ScalingProcess.ToolAsync(["sweep", .. WholeSweep.Design, "-o", Folder("a")]);

        Assert.Equal(0, run.Code);
        Assert.Contains("6 runs: ", run.Out, StringComparison.Ordinal);
        Assert.Equal(6, Directory.GetFiles(Folder("a"), "*.scaling.json").Length);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("plan", Path.Combine(Folder("a"), "C1_N1_S1.scaling.json"))).Code);
        Assert.Equal(2, (await ScalingProcess.ToolAsync(["sweep", .. WholeSweep.Design, "-o", Folder("a")])).Code);
    }

    [Fact]
    public async Task Collect_ALogOfAnotherRun_LeavesItOut()
    {
        var whole = await WholeSweep.FolderAsync();
        Directory.CreateDirectory(Folder("a"));
        foreach (var file in Directory.GetFiles(whole, "*.json*"))
            File.Copy(file, Path.Combine(Folder("a"), Path.GetFileName(file)));
        File.Copy(Path.Combine(whole, "C1_N1_S1.jsonl"), Path.Combine(Folder("a"), "C1_N2_S1.jsonl"), overwrite: true);

        var collected = await ScalingProcess.ToolAsync("sweep", "collect", Folder("a"), "-o", "-");

        Assert.Equal(1, collected.Code);
        Assert.Contains("C1_N2_S1 is left out: its lines bear the name of another run", collected.Error, StringComparison.Ordinal);
        Assert.Equal(5, RunReader.Read(collected.Out).Runs.Count);
    }
}
