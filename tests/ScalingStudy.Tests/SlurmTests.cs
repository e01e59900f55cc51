using ScalingSdk.Fitting;

namespace ScalingStudy.Tests;

/// <summary><c>scaling sweep --engine slurm</c> on a real Slurm of one node, with real runs.</summary>
public sealed class SlurmTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sweep").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name) => Path.Combine(_root, name);

    private static string[] Sweep(string folder, string command, params string[] engine) =>
        ["exec", Path.Combine(AppContext.BaseDirectory, "scaling.dll"), "sweep", "--flops", "2e8", "--budgets", "1", "--sizes", "4", "--spread", "2", "-o", folder, "--command", command, .. engine];

    // One task is cancelled, one runs into its time limit, one finds its disk full, and the controller is restarted while they run.
    [SlurmFact]
    public async Task Array_WithTasksThatFail_IsResumedToTheRunsOfAnUndisturbedSweep()
    {
        await using var cluster = await SlurmCluster.StartAsync();
        var (whole, broken) = (Folder("whole"), Folder("broken"));
        var tool = Path.Combine(AppContext.BaseDirectory, "scaling.dll");
        var failing = "case $SCALING_NAME in *_N1_*|*_N2_*) sleep 600;; *_N3_*) ln -sf /dev/full \"$SCALING_LOG\";; esac\n" + ScalingProcess.TrainOne;
        var submitted = await cluster.RunAsync("dotnet", Sweep(broken, failing, "--engine", "slurm", "--jobs", "4", "--task-time", "00:01:00", "--task-memory", "200"));
        Assert.True(submitted.Code == 0, submitted.Error);
        var array = submitted.Out[(submitted.Out.LastIndexOf("array ", StringComparison.Ordinal) + 6)..].Split(',')[0];

        await cluster.RestartControllerAsync();
        await SlurmCluster.WaitAsync(async () => (await cluster.RunAsync("squeue", "-h", "-t", "R", "-j", array + "_0")).Out.Length > 0);
        await cluster.RunAsync("scancel", array + "_0");
        await cluster.QueueIsEmptyAsync();

        var status = await ScalingProcess.ToolAsync("sweep", "status", broken);
        Assert.Contains("1 finished", status.Out, StringComparison.Ordinal);
        File.Delete(Path.Combine(broken, "C1_N3_S1.jsonl"));
        var resumed = await cluster.RunAsync("dotnet", ["exec", tool, "sweep", "resume", broken, "--engine", "slurm", "--jobs", "4", "--command", ScalingProcess.TrainOne]);
        Assert.True(resumed.Code == 0, resumed.Error);
        await cluster.QueueIsEmptyAsync();

        Assert.Equal(0, (await cluster.RunAsync("dotnet", Sweep(whole, ScalingProcess.TrainOne, "--engine", "local", "--jobs", "2"))).Code);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", whole)).Code);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", broken)).Code);
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "runs.jsonl")), File.ReadAllText(Path.Combine(broken, "runs.jsonl")));
        Assert.Equal(4, RunReader.Read(File.ReadAllText(Path.Combine(broken, "runs.jsonl"))).Runs.Count);
    }
}
