using System.Diagnostics;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A named pipe in place of a file that a program is going to read: the program stops there until the test lets it go on.</summary>
internal sealed class NamedPipe : IDisposable
{
    // So that a program that never reads fails the test instead of stopping it.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private readonly string _path;
    private FileStream? _writer;

    public NamedPipe(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var process = Process.Start(new ProcessStartInfo("mkfifo", [path]) { UseShellExecute = false })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"mkfifo cannot create '{path}'");
    }

    /// <summary>Waits until the program reads the pipe. From then on it waits for what comes.</summary>
    public async Task Reached() =>
        _writer = await Task.Run(() => new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)).WaitAsync(Limit);

    /// <summary>Lets the program go on: the file is empty.</summary>
    public void Dispose() => _writer?.Dispose();
}
