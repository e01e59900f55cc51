using System.Diagnostics;
using ScalingSdk.Tool.Sweeps;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests;

/// <summary>The scripts that are submitted.</summary>
public sealed class SlurmScriptTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SweepFolder Sweep(string earlier = "")
    {
        _folder.Write("it's a sweep/sweep.json", $$"""
            { {{earlier}} "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5, "seed": 1 }, { "name": "B", "parameters": 200, "tokens": 500, "flops": 6e5, "seed": 7 } ] }
            """);
        using var terminal = new Terminal(static () => Stream.Null, TextWriter.Null, TextWriter.Null);
        return SweepFolder.Open(Path.Combine(_folder.Path, "it's a sweep"), terminal);
    }

    private static string[] Options(string script) => [.. script.Split('\n').Where(static line => line.StartsWith("#SBATCH", StringComparison.Ordinal)).Select(static line => line["#SBATCH --".Length..])];

    private static string Script(SweepFolder folder, TaskLimits limits, SlurmOptions? options = null) =>
        SlurmScript.OfArray(folder, "echo \"$SCALING_NAME|$SCALING_LOG|$SCALING_SEED|$SCALING_TOKENS\"", new([0, 1], limits, 2), options ?? new(null, null, null, 1.5, 2));

    [Fact]
    public void Script_WithLimitsOfThePlan_StatesThem()
    {
        var folder = Sweep();

        var options = Options(Script(folder, new(1530, 2048, 8)));

        Assert.Equal(
            ["job-name=scaling-sweep", "array=0-1%2", $"output=\"{Path.GetFullPath(folder.Path)}/slurm-%a.out\"", "open-mode=append", "time=25:30:00", "mem-per-gpu=2048M", "gpus=8"],
            options);
    }

    [Fact]
    public void Script_WithoutAccelerators_StatesTheMemoryOfTheTask() =>
        Assert.Equal(["time=00:11:00", "mem=2048M"], Options(Script(Sweep(), new(11, 2048, 0)))[4..]);

    [Fact]
    public void Script_WithLimitsOfTheCommandLine_StatesThoseInPlaceOfThePlans() =>
        Assert.Equal(["time=2-00", "mem=16G", "gpus=1"], Options(Script(Sweep(), new(11, 2048, 1), new("2-00", "16G", 1, 1.5, 2)))[4..]);

    [Fact]
    public void Script_OfRunsWithoutAPlan_LeavesTheLimitsToThePartition() =>
        Assert.Equal(4, Options(Script(Sweep(), new(null, null, 0))).Length);

    // As Slurm runs it: a task finds its run by its index, whatever the folder is called.
    [Fact]
    public async Task Script_OfATask_TellsTheCommandItsRun()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Sweep();
        File.WriteAllText(folder.Of(SlurmScript.Tasks), SlurmScript.Table(folder));
        File.WriteAllText(folder.Of("script"), Script(folder, new(null, null, 0)));
        var start = new ProcessStartInfo("/bin/sh", [folder.Of("script")]) { RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["SLURM_ARRAY_TASK_ID"] = "1" } };
        using var process = Process.Start(start)!;

        Assert.Equal($"B|{Path.GetFullPath(folder.Of("B.jsonl"))}|7|500\n", await process.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public void Fit_OfASweepThatAddsToOthers_ReadsTheirRunsToo()
    {
        var folder = Sweep("\"earlier\": [\"../first/runs.jsonl\", \"../a.csv\"],");

        var script = SlurmScript.OfFit(folder).Replace("'\\''", "'", StringComparison.Ordinal);

        var root = Path.GetFullPath(folder.Path);
        var above = Path.GetFullPath(_folder.Path);
        Assert.Contains($" fit '{above}/first/runs.jsonl' '{above}/a.csv' '{root}/runs.jsonl' -o '{root}/sweep.law.json'\n", script, StringComparison.Ordinal);
        Assert.Contains($" sweep collect '{root}' && ", script, StringComparison.Ordinal);
    }
}
