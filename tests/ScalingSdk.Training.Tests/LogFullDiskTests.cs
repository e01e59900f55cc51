using System.Diagnostics;
using ScalingSdk.EndToEnd.Tests;

namespace ScalingSdk.Training.Tests;

public sealed class LogFullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A line that the disk takes half of is taken back: the next one would follow its head.
    [MountFact]
    public void Step_OnADiskThatFills_LeavesWholeLines_AndGoesOnWhenThereIsRoom()
    {
        Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", _folder);
        try
        {
            var (path, filler) = (Path.Combine(_folder, "a.jsonl"), Path.Combine(_folder, "filler"));
            File.WriteAllBytes(filler, new byte[32 * 1024]);
            using var log = RunLog.Open(path, Made.Start());
            long step = 0;
            Assert.ThrowsAny<IOException>(() =>
            {
                while (step < 10_000)
                    log.Step(new(++step, step * 512, 3.0 / step));
            });
            var full = File.ReadAllText(path);

            File.Delete(filler);
            log.Step(new(step, step * 512, 3.0 / step));
            log.Finish(Made.End);

            Assert.EndsWith("}\n", full, StringComparison.Ordinal);
            var record = RunRecord.Read(File.ReadAllText(path));
            Assert.Equal((0, step, Made.End), (record.TornLines, record.Points.Count, record.Result));
        }
        finally
        {
            Run("umount", _folder);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
