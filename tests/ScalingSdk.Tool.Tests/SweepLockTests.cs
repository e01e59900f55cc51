namespace ScalingSdk.Tool.Tests;

/// <summary>Two commands do not run one sweep at a time.</summary>
public sealed class SweepLockTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resume_WhileAnotherCommandRunsTheSweep_IsRefusedUntilThatEnds()
    {
        if (OperatingSystem.IsWindows())
            return;
        var sweep = Path.Combine(_folder.Path, "sweep");
        Assert.Equal(ExitCode.Clean, Tool.Run("sweep", "--flops", "1e16", "--budgets", "1", "--sizes", "4", "-o", sweep).Code);

        using (new FileStream(Path.Combine(sweep, "sweep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = Tool.Run("sweep", "resume", sweep, "--command", "true");
            Assert.Equal(ExitCode.Usage, refused.Code);
            Assert.Contains("another 'scaling sweep' runs", refused.Error, StringComparison.Ordinal);
        }

        Assert.NotEqual(ExitCode.Usage, Tool.Run("sweep", "resume", sweep, "--command", "true").Code);
    }
}
