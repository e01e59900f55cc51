using System.IO.Compression;
using System.IO.Pipes;
using System.Text;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

/// <summary>A file that is not of runs is named for what it is.</summary>
public sealed class FileContentTests
{
    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n", "it is a PDF document")]
    [InlineData("PK\u0003\u0004aaaa", "it is a zip archive")]
    [InlineData("SQLite format 3\0", "it is a database of SQLite")]
    public void Read_AFileOfAnotherPurpose_SaysWhatItIs(string content, string says) =>
        Assert.Contains(says, RunReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content))).Refusal, StringComparison.Ordinal);

    // A disk of that size is not needed: nothing of the file is written, and nothing of it is read.
    [Fact]
    public void Read_AFileOfThreeGigabytes_IsRefusedUnread()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.SetLength(3L << 30);

            Assert.Contains("more than the '256' MiB", RunReader.Read(file).Refusal, StringComparison.Ordinal);
            Assert.Contains("more than the '256' MiB", CurveReader.Read(file).Refusal, StringComparison.Ordinal);
            Assert.Equal(0, file.Position);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_APipe_IsReadToItsEnd(bool packed)
    {
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using var client = new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle);
        var writer = Task.Run(() =>
        {
            using Stream to = packed ? new GZipStream(server, CompressionLevel.Fastest) : server;
            to.Write("N,D,loss\n1e8,2e9,3.5\n2e8,4e9,3.25\n"u8);
        });

        Assert.Equal([3.5, 3.25], RunReader.Read(client).Runs.Select(static run => run.Loss));
        await writer;
    }

    [Fact]
    public void Read_APipeWithoutAnEnd_IsReadToTheBoundAlone()
    {
        var stream = new EndlessRows();

        Assert.Contains("more than the '1' MiB", RunReader.Read(stream, new() { MaxLength = 1 << 20 }).Refusal, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 1 << 20, 2 << 20);
    }

    // Packed a thousand to one: the bound is of what comes out.
    [Fact]
    public void Read_GzipThatUnpacksBeyondTheBound_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(new byte[4 << 20]);

        Assert.Contains("more than the '1' MiB", RunReader.Read(new MemoryStream(packed.ToArray()), new() { MaxLength = 1 << 20 }).Refusal, StringComparison.Ordinal);
    }

    private sealed class EndlessRows : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            _read += count;
            buffer.AsSpan(offset, count).Fill((byte)'1');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
