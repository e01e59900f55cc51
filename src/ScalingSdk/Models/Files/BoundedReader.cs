using System.Text;

namespace ScalingSdk.Models.Files;

/// <summary>Reads little-endian numbers and texts from a file that nobody vouches for: never more bytes than the bound.</summary>
internal sealed class BoundedReader(Stream stream, long mostBytes)
{
    private readonly byte[] _buffer = new byte[8];
    private long _read;

    /// <exception cref="InvalidDataException">The file ends before, or more than the bound would be read.</exception>
    public byte[] Bytes(long count)
    {
        Take(count);
        var bytes = new byte[count];
        Fill(bytes, (int)count);
        return bytes;
    }

    public void Skip(long count)
    {
        Take(count);
        var scratch = new byte[(int)Math.Min(count, 64 * 1024)];
        for (var left = count; left > 0; left -= scratch.Length)
            Fill(scratch, (int)Math.Min(left, scratch.Length));
    }

    public uint UInt32() => BitConverter.ToUInt32(Number(4), 0);

    public ulong UInt64() => BitConverter.ToUInt64(Number(8), 0);

    /// <summary>A length that fits the bound.</summary>
    public long Length()
    {
        var length = UInt64();
        return length <= (ulong)mostBytes ? (long)length : throw new InvalidDataException("a length in its header is larger than any header");
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Length()));

    private byte[] Number(int bytes)
    {
        Take(bytes);
        Fill(_buffer, bytes);
        return _buffer;
    }

    private void Take(long count)
    {
        _read += count;
        if (count < 0 || _read > mostBytes)
            throw new InvalidDataException("its header is larger than what is read");
    }

    private void Fill(byte[] into, int count)
    {
        for (var at = 0; at < count;)
        {
            var got = stream.Read(into, at, count - at);
            if (got == 0)
                throw new InvalidDataException("it ends inside its header");
            at += got;
        }
    }
}
