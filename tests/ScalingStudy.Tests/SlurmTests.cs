namespace ScalingStudy.Tests;

/// <summary><c>scaling sweep --engine slurm</c> on a real Slurm of one node, with real runs.</summary>
public sealed class SlurmTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>, IAsyncLifetime
{
    // A program that hangs: its log has begun, and nothing more comes.
    private const string Hangs = """
        case $SCALING_NAME in
          *_N1_*|*_N2_*) export SCALING_TOKENS=1e12; TRAIN & while ! [ -s "$SCALING_LOG" ]; do sleep 0.1; done; kill -STOP $!; wait; exit 1;;
        esac
        TRAIN
        """;

    // A core of this machine, which Slurm does not count among the accelerators.
    private static readonly string[] Core =
    [
        "--set", "hardware.accelerator=core", "--set", "hardware.peak_flops=10 GFLOP/s", "--set", "hardware.memory=1 GB", "--utilization", "50%", "--task-accelerators", "0",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("a sweep").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await CancelAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task CancelAsync()
    {
        await cluster.RunAsync("scancel", "--user", "root");
        await cluster.QueueIsEmptyAsync();
    }

    private string Folder(string name) => Path.Combine(_root, name);

    private static string[] Ids(string submitted) => submitted[(submitted.IndexOf("array", StringComparison.Ordinal))..].Split(',')[0].Split(' ')[1..];

    // One run hangs and is killed, one hangs until its time is up, one finds its disk full, and the controller is restarted meanwhile.
    [SlurmFact]
    public async Task Array_WithTasksThatFail_IsResumedToTheRunsAndTheLawOfAnUndisturbedSweep()
    {
        var broken = Directory.CreateDirectory(Folder("broken")).FullName;
        await using var disk = await FullDisk.UnderAsync(Path.Combine(broken, "C1_N3_S1.jsonl"), Folder("disk"));
        var submitted = await cluster.ToolAsync(["sweep", .. WholeSweep.Design, .. Core, "-o", broken, "--engine", "slurm", "--command", Hangs.Replace("TRAIN", ScalingProcess.TrainOne, StringComparison.Ordinal)]);
        Assert.True(submitted.Code == 0, submitted.Error);
        var array = Assert.Single(Ids(submitted.Out));
        await SlurmCluster.WaitAsync(async () => (await cluster.RunAsync("squeue", "-h", "-r", "-t", "R", "-j", array)).Out.Split('\n').Length > 2);
        Assert.Equal(0, (await cluster.RunAsync("scontrol", "update", $"jobid={array}_1", "timelimit=1")).Code);

        await cluster.RestartControllerAsync();
        await SlurmCluster.WaitAsync(() => Task.FromResult(File.Exists(Path.Combine(broken, "C1_N1_S1.jsonl"))));
        await cluster.RunAsync("scancel", array + "_0");
        await cluster.QueueIsEmptyAsync();

        Assert.Equal(
            ["CANCELLED", "TIMEOUT", "FAILED", "COMPLETED", "COMPLETED", "COMPLETED"],
            await Task.WhenAll(Enumerable.Range(0, 6).Select(async i => (await cluster.JobAsync(FormattableString.Invariant($"{array}_{i}")))["JobState"])));
        Assert.Contains("No space left on device", File.ReadAllText(Path.Combine(broken, "slurm-2.out")), StringComparison.Ordinal);
        Assert.Contains("3 finished, 3 stopped", (await cluster.ToolAsync("sweep", "status", broken)).Out, StringComparison.Ordinal);
        Assert.Contains("C1_N3_S1 is left out: its log has no end", File.ReadAllText(Path.Combine(broken, "fit.out")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(broken, "sweep.law.json")));

        await disk.FreeAsync();
        var resumed = await cluster.ToolAsync("sweep", "resume", broken, "--engine", "slurm", "--task-accelerators", "0", "--command", ScalingProcess.TrainOne);
        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Contains("#SBATCH --array=0-2\n", File.ReadAllText(Path.Combine(broken, "sweep-1.sbatch")), StringComparison.Ordinal);
        await cluster.QueueIsEmptyAsync();

        // The job that waited for the array fitted what a fit by hand gives.
        Assert.True(File.Exists(Path.Combine(broken, "sweep.law.json")), string.Concat(Directory.GetFiles(broken, "*.out").Order().Select(File.ReadAllText)));
        var law = File.ReadAllText(Path.Combine(broken, "sweep.law.json"));
        await WholeSweep.AssertSameAsync(broken);
        Assert.Equal(File.ReadAllText(Path.Combine(await WholeSweep.FolderAsync(), "sweep.law.json")), law);
    }

    [SlurmFact]
    public async Task Arrays_OfASweepWithHardware_HaveTheLimitsOfTheirPlans_AndAreNotSubmittedTwice()
    {
        var folder = Folder("planned");
        string[] design = ["--flops", "1e20", "--budgets", "3", "--sizes", "4", "--gpus", "2xH100-SXM", "--utilization", "40%"];

        var submitted = await cluster.ToolAsync(["sweep", .. design, "-o", folder, "--engine", "slurm", "--jobs", "4", "--command", "sleep 300"]);

        Assert.True(submitted.Code == 0, submitted.Error);
        var jobs = await Task.WhenAll(Ids(submitted.Out).Select(cluster.JobAsync));

        // 1e20 FLOP on 2 devices of 989.4 TFLOP/s at 40 % are 35.1 hours; half as much again and 10 minutes, on two digits, are 3,200 minutes.
        // A budget of a third, 11.1 hours, takes 1,100 minutes, and one of a tenth, 3.51 hours, takes 330.
        Assert.Equal(["2-05:20:00", "18:20:00", "05:30:00"], jobs.Select(static job => job["TimeLimit"]));
        Assert.All(jobs, static job => Assert.Equal("gres:gpu:2", job["TresPerJob"]));

        // 8 GiB and the half of a checkpoint: 14 bytes for each of the 3.41 billion parameters of the largest run.
        Assert.Equal("gres:gpu:" + (31 * 1024).ToString(System.Globalization.CultureInfo.InvariantCulture), jobs[0]["MemPerTres"]);
        Assert.Equal(["2", "1", "1"], jobs.Select(static job => job["ArrayTaskThrottle"]));

        await SlurmCluster.WaitAsync(async () => (await cluster.RunAsync("squeue", "-h", "-r", "-t", "R")).Out.Trim().Split('\n').Length == 4);
        Assert.Contains("4 running, 8 queued", (await cluster.ToolAsync("sweep", "status", folder)).Out, StringComparison.Ordinal);
        Assert.Contains("nothing to submit: 4 running, 8 queued", (await cluster.ToolAsync("sweep", "resume", folder, "--engine", "slurm")).Out, StringComparison.Ordinal);
        await CancelAsync();
        Assert.Contains("12 missing", (await cluster.ToolAsync("sweep", "status", folder)).Out, StringComparison.Ordinal);
    }

    [SlurmFact]
    public async Task Array_ThatIsRefused_LeavesNoOtherBehind()
    {
        var folder = Folder("refused");
        Assert.Equal(0, (await cluster.ToolAsync("sweep", "--flops", "1e18", "--budgets", "2", "--sizes", "4", "--gpus", "2xH100-SXM", "-o", folder)).Code);

        // One run of the smaller budget is given more devices than there are.
        var spec = Path.Combine(folder, "C1_N1_S1.scaling.json");
        File.WriteAllText(spec, File.ReadAllText(spec).Replace("\"count\": \"2\"", "\"count\": \"9\"", StringComparison.Ordinal));

        var submitted = await cluster.ToolAsync("sweep", "resume", folder, "--engine", "slurm", "--command", "sleep 600");

        Assert.Equal(2, submitted.Code);
        Assert.Contains($"sbatch refuses '{ArrayOf(folder, run: 0)}'", submitted.Error, StringComparison.Ordinal);
        Assert.Contains($"scaling sweep resume {folder} --engine slurm", submitted.Error, StringComparison.Ordinal);
        await cluster.QueueIsEmptyAsync();
    }

    // Which array a run is in depends on how long it takes.
    private static string ArrayOf(string folder, int run) => Assert.Single(
        Directory.EnumerateFiles(folder, "sweep-*.sbatch"),
        file => File.ReadAllLines(file).Any(line => line.StartsWith(FormattableString.Invariant($"#SBATCH --array={run}"), StringComparison.Ordinal)));
}
