namespace ScalingStudy.Tests;

/// <summary>A log on a disk of its own that is full after its first lines; where nothing can be mounted, on a device that is always full.</summary>
internal sealed class FullDisk : IAsyncDisposable
{
    private readonly string _log;
    private readonly string _disk;
    private readonly bool _mounted;

    private FullDisk(string log, string disk, bool mounted) => (_log, _disk, _mounted) = (log, disk, mounted);

    public static async Task<FullDisk> UnderAsync(string log, string disk)
    {
        Directory.CreateDirectory(disk);
        var mounted = (await ScalingProcess.RunAsync("mount", ["-t", "tmpfs", "-o", "size=8k", "tmpfs", disk])).Code == 0;
        if (mounted)
            File.WriteAllText(Path.Combine(disk, "log.jsonl"), "");
        File.CreateSymbolicLink(log, mounted ? Path.Combine(disk, "log.jsonl") : "/dev/full");
        return new(log, disk, mounted);
    }

    /// <summary>Makes room; what was written before the disk was full stays.</summary>
    public async Task FreeAsync()
    {
        if (_mounted)
            await ScalingProcess.RunAsync("mount", ["-o", "remount,size=1m", _disk]);
        else
            File.Delete(_log);
    }

    public async ValueTask DisposeAsync()
    {
        if (_mounted)
            await ScalingProcess.RunAsync("umount", ["-l", _disk]);
    }
}
