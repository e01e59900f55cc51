using System.Diagnostics;
using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>What the tool does to files and outputs that are not the plain case.</summary>
public sealed class FileTests : IDisposable
{
    private const string Misspelt = "{\r\n  \"model\": { \"parameters\": \"124M\" },\r\n  \"data\": { \"tokns\": \"10B\" } // café\r\n}\r\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "utf-32"];

    [Theory, MemberData(nameof(Encodings))]
    public void Fix_AnyMarkedEncoding_ChangesTheKeyAlone(string name)
    {
        var encoding = name is "utf-8 with mark" ? new UTF8Encoding(true) : name is "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);
        var path = _folder.Write("a.scaling.json", "");
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(Misspelt)]);

        Assert.Equal(ExitCode.Clean, Tool.Run("fix", path).Code);

        byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes(Misspelt.Replace("tokns", "tokens", StringComparison.Ordinal))];
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Fact]
    public void Fix_Latin1_IsRefusedAndLeftAsItIs()
    {
        var path = _folder.Write("a.scaling.json", "");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Misspelt));

        var run = Tool.Run("fix", path);

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("save it as UTF-8", run.Error, StringComparison.Ordinal);
        Assert.Equal(Encoding.Latin1.GetBytes(Misspelt), File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("params")]
    public void Input_OfLinksInACircle_IsUnreadableAndNoBug(string command)
    {
        if (OperatingSystem.IsWindows())
            return;
        var (one, two) = (Path.Combine(_folder.Path, "one"), Path.Combine(_folder.Path, "two"));
        File.CreateSymbolicLink(one, two);
        File.CreateSymbolicLink(two, one);

        var run = Tool.Run(command, one);

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("cannot be read; it is missing or not a file", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_ALink_StaysALinkAndItsFileKeepsItsModeAndNames()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _folder.Write("real.scaling.json", Misspelt);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = Path.Combine(_folder.Path, "link.scaling.json");
        File.CreateSymbolicLink(link, "real.scaling.json");

        Tool.Run("fix", link);

        Assert.Equal("real.scaling.json", new FileInfo(link).LinkTarget);
        Assert.Contains("\"tokens\"", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Fix_AFileWithTwoNames_KeepsBoth()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = _folder.Write("one.scaling.json", Misspelt);
        var other = Path.Combine(_folder.Path, "two.scaling.json");
        Shell("ln", path, other);

        Tool.Run("fix", path);

        Assert.Equal(File.ReadAllText(path), File.ReadAllText(other));
        Assert.Contains("\"tokens\"", File.ReadAllText(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_ToADevice_IsWrittenThrough()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var spec = _folder.Write("a.scaling.json", Specs.Warned);
        var link = Path.Combine(_folder.Path, "null");
        File.CreateSymbolicLink(link, "/dev/null");

        Assert.Equal(ExitCode.Clean, Tool.Run("report", spec, "-o", link).Code);

        Assert.Equal("/dev/null", new FileInfo(link).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public async Task Input_APipeThatNobodyWritesTo_IsRefused()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var pipe = Path.Combine(_folder.Path, "p.scaling.json");
        Shell("mkfifo", pipe);

        // The limit is for a tool that waits for ever.
        var run = await Task.Run(() => Tool.Run("check", pipe)).WaitAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(ExitCode.Unreadable, run.Code);
    }

    [Theory]
    [InlineData(28, ExitCode.Output)] // ENOSPC
    [InlineData(5, ExitCode.Output)] // EIO
    [InlineData(32, ExitCode.Findings)] // EPIPE: nobody reads on, and the findings are there all the same
    public async Task Output_ThatCannotBeWritten_IsAnErrorUnlessThePipeIsClosed(int error, int code)
    {
        if (OperatingSystem.IsWindows())
            return;
        var spec = _folder.Write("a.scaling.json", Specs.Warned);
        using var output = new StreamWriter(new FailingStream(error), new UTF8Encoding(false), bufferSize: 16) { AutoFlush = true };
        using var messages = new StringWriter();
        using var terminal = new Terminals.Terminal(() => Stream.Null, output, messages);

        Assert.Equal(code, await ScalingTool.RunAsync(["check", spec, "-f", "sarif"], terminal));

        Assert.Equal(code is ExitCode.Output, messages.ToString().Contains("the output cannot be written", StringComparison.Ordinal));
    }

    private static void Shell(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class FailingStream(int error) : MemoryStream
    {
        private bool _disposing;

        public override void Write(ReadOnlySpan<byte> buffer) => Fail();

        public override void Write(byte[] buffer, int offset, int count) => Fail();

        protected override void Dispose(bool disposing)
        {
            _disposing = true;
            base.Dispose(disposing);
        }

        private void Fail()
        {
            if (!_disposing)
                throw new IOException("No space left on device", error);
        }
    }
}
