using System.Globalization;

namespace ScalingStudy.Tests;

/// <summary>A Slurm of one node in a folder of its own; ends its daemons by their pid files.</summary>
internal sealed class SlurmCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;
    private readonly List<string> _pidFiles = [];

    private SlurmCluster()
    {
    }

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? WhyNot =>
        !File.Exists("/usr/bin/sbatch") || !File.Exists("/usr/sbin/slurmctld") || !File.Exists("/usr/sbin/munged") ? "Slurm is not installed: apt-get install slurm-wlm munge"
        : !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "Slurm's daemons are started as root"
        : null;

    private string Configuration => Path.Combine(_folder, "slurm.conf");

    public static async Task<SlurmCluster> StartAsync()
    {
        var cluster = new SlurmCluster();
        var host = (await ScalingProcess.RunAsync("hostname", ["-s"])).Out.Trim();
        foreach (var name in new[] { "state", "spool" })
            Directory.CreateDirectory(Path.Combine(cluster._folder, name));
        File.WriteAllText(cluster.Configuration, $"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort=36817
            SlurmdPort=36818
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={cluster._folder}/state
            SlurmdSpoolDir={cluster._folder}/spool
            SlurmctldPidFile={cluster._folder}/ctld.pid
            SlurmdPidFile={cluster._folder}/d.pid
            SlurmctldLogFile={cluster._folder}/ctld.log
            SlurmdLogFile={cluster._folder}/d.log
            ReturnToService=2
            SchedulerType=sched/backfill
            SelectType=select/cons_tres
            MailProg=/bin/true
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=2000 State=UNKNOWN
            PartitionName=debug Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """);
        if (!File.Exists("/run/munge/munge.socket.2"))
        {
            await ScalingProcess.RunAsync("/bin/sh", ["-c", "mkdir -p /run/munge && chown munge: /run/munge && su munge -s /bin/sh -c /usr/sbin/munged"]);
            cluster._pidFiles.Add("/run/munge/munged.pid");
        }

        await cluster.StartControllerAsync();
        await cluster.RunAsync("/usr/sbin/slurmd");
        cluster._pidFiles.Add(Path.Combine(cluster._folder, "d.pid"));
        cluster._pidFiles.Add(Path.Combine(cluster._folder, "ctld.pid"));
        await WaitAsync(async () => (await cluster.RunAsync("sinfo", "-h", "-o", "%T")).Out.Trim() == "idle");
        return cluster;
    }

    /// <summary>Runs a command of Slurm, or one that calls it.</summary>
    public Task<(int Code, string Out, string Error)> RunAsync(string file, params string[] arguments) =>
        ScalingProcess.RunAsync(file, arguments, ("SLURM_CONF", Configuration));

    public async Task RestartControllerAsync()
    {
        await EndAsync(Path.Combine(_folder, "ctld.pid"));
        await StartControllerAsync();
    }

    /// <summary>Waits until no job is left.</summary>
    public Task QueueIsEmptyAsync() => WaitAsync(async () => await RunAsync("squeue", "-h") is { Code: 0, Out: "" });

    public static async Task WaitAsync(Func<Task<bool>> condition)
    {
        var until = DateTime.UtcNow.AddMinutes(4);
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < until, "Slurm did not come so far within four minutes");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("scancel", "--user", "root");
        for (var i = _pidFiles.Count - 1; i >= 0; i--)
            await EndAsync(_pidFiles[i]);
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Code, string Out, string Error)> StartControllerAsync() => RunAsync("/usr/sbin/slurmctld");

    private static async Task EndAsync(string pidFile)
    {
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadAllText(pidFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            return;
        await ScalingProcess.RunAsync("/bin/kill", [pid.ToString(CultureInfo.InvariantCulture)]);
        await WaitAsync(() => Task.FromResult(!Directory.Exists(FormattableString.Invariant($"/proc/{pid}"))));
    }
}
