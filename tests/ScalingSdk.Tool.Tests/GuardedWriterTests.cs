using System.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests;

public sealed class GuardedWriterTests
{
    [Fact]
    public void Write_AfterTheReaderHasClosedThePipe_IsDropped()
    {
        using var pipe = new Broken(new IOException("closed", OperatingSystem.IsWindows() ? 109 : 32));
        using var writer = new GuardedWriter(pipe);

        writer.Write("a");
        writer.Write("b");

        Assert.Equal(1, pipe.Writes);
    }

    [Fact]
    public void Write_AfterTheDiskWasFull_FailsOnce()
    {
        using var disk = new Broken(new IOException("No space left on device.", 28));
        using var writer = new GuardedWriter(disk);

        Assert.Equal("the output cannot be written: No space left on device", Assert.Throws<OutputException>(() => writer.Write("a")).Message);
        writer.Write("b");

        Assert.Equal(1, disk.Writes);
    }

    private sealed class Broken(IOException problem) : TextWriter
    {
        public int Writes { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            Writes++;
            throw problem;
        }
    }
}
