namespace ScalingSdk.Tool.Tests;

/// <summary>An input that never ends, which counts what is read of it; reading far more than any command takes is an error.</summary>
internal sealed class EndlessStream : Stream
{
    private const long Most = 100_000_000;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were read.</summary>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if ((_read += count) > Most)
            throw new InvalidOperationException("The input is read without a bound");
        buffer.AsSpan(offset, count).Fill((byte)'[');
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
