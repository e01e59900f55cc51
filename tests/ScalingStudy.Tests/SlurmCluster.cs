using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ScalingStudy.Tests;

/// <summary>A Slurm of one node with eight processors and eight accelerators, none of which need be there, in a folder of its own.</summary>
public sealed class SlurmCluster : IAsyncLifetime
{
    private const int Devices = 8;
    private static readonly string[] MungeFiles = ["socket", "pid-file", "log-file", "seed-file", "key-file"];
    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;

    /// <summary>Why there can be none here; null where there can.</summary>
    internal static string? WhyNot =>
        !File.Exists("/usr/bin/sbatch") || !File.Exists("/usr/sbin/slurmctld") || !File.Exists("/usr/sbin/munged") ? "Slurm is not installed: apt-get install slurm-wlm munge"
        : !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "Slurm's daemons are started as root"
        : null;

    public async Task InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        await WriteAsync();
        await StartAsync("/usr/sbin/munged", [.. MungeFiles.Select(name => $"--{name}={Of("munge." + name)}")]);
        await StartAsync("/usr/sbin/slurmctld");
        await StartAsync("/usr/sbin/slurmd");
        await WaitAsync(async () => (await RunAsync("sinfo", "-h", "-o", "%T")).Out.Trim() == "idle");
    }

    public async Task DisposeAsync()
    {
        if (WhyNot is null)
        {
            await RunAsync("scancel", "--user", "root");
            foreach (var pidFile in new[] { "slurmd.pid", "slurmctld.pid", "munge.pid-file" })
                await EndAsync(Of(pidFile));
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a command of Slurm, or one that calls it.</summary>
    internal Task<(int Code, string Out, string Error)> RunAsync(string file, params string[] arguments) =>
        ScalingProcess.RunAsync(file, arguments, ("SLURM_CONF", Of("slurm.conf")));

    /// <summary>Runs <c>scaling</c> on a node of the cluster.</summary>
    internal Task<(int Code, string Out, string Error)> ToolAsync(params string[] arguments) => RunAsync("dotnet", ["exec", ScalingProcess.Tool, .. arguments]);

    /// <summary>What Slurm says of a job, by key: JobState, TimeLimit, ...</summary>
    internal async Task<IReadOnlyDictionary<string, string>> JobAsync(string id)
    {
        var words = (await RunAsync("scontrol", "show", "job", id)).Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Select(static word => word.Split('=', 2)).Where(static pair => pair.Length == 2)
            .DistinctBy(static pair => pair[0], StringComparer.Ordinal).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
    }

    internal async Task RestartControllerAsync()
    {
        await EndAsync(Of("slurmctld.pid"));
        await StartAsync("/usr/sbin/slurmctld");
    }

    /// <summary>Waits until no job is left.</summary>
    internal Task QueueIsEmptyAsync() => WaitAsync(async () => await RunAsync("squeue", "-h") is { Code: 0, Out: "" });

    internal static async Task WaitAsync(Func<Task<bool>> condition)
    {
        var until = DateTime.UtcNow.AddMinutes(15);
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < until, "Slurm hangs: it did not come so far within fifteen minutes");
            await Task.Delay(200);
        }
    }

    private string Of(string file) => Path.Combine(_folder, file);

    private async Task WriteAsync()
    {
        var host = (await ScalingProcess.RunAsync("hostname", ["-s"])).Out.Trim();
        foreach (var name in new[] { "state", "spool" })
            Directory.CreateDirectory(Of(name));
        File.WriteAllBytes(Of("munge.key-file"), RandomNumberGenerator.GetBytes(256));
        await ScalingProcess.RunAsync("chmod", ["755", _folder]);
        await ScalingProcess.RunAsync("chmod", ["400", Of("munge.key-file")]);
        for (var device = 0; device < Devices; device++)
            File.WriteAllText(Of(FormattableString.Invariant($"gpu{device}")), "");
        File.WriteAllText(Of("gres.conf"), FormattableString.Invariant($"Name=gpu File={_folder}/gpu[0-{Devices - 1}]\n"));
        File.WriteAllText(Of("slurm.conf"), FormattableString.Invariant($"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthInfo=socket={_folder}/munge.socket
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={_folder}/state
            SlurmdSpoolDir={_folder}/spool
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmdPidFile={_folder}/slurmd.pid
            SlurmctldLogFile={_folder}/slurmctld.log
            SlurmdLogFile={_folder}/slurmd.log
            SlurmdParameters=config_overrides
            ReturnToService=2
            KillWait=2
            SchedulerType=sched/backfill
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU_Memory
            GresTypes=gpu
            MailProg=/bin/true
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Devices} RealMemory=1000000 Gres=gpu:{Devices} State=UNKNOWN
            PartitionName=debug Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAsync(string daemon, params string[] arguments)
    {
        var started = await RunAsync(daemon, arguments);
        Assert.True(started.Code == 0, daemon + ": " + started.Error);
    }

    private static async Task EndAsync(string pidFile)
    {
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadAllText(pidFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            return;
        await ScalingProcess.RunAsync("/bin/kill", [pid.ToString(CultureInfo.InvariantCulture)]);
        await WaitAsync(() => Task.FromResult(!Directory.Exists(FormattableString.Invariant($"/proc/{pid}"))));
    }
}
