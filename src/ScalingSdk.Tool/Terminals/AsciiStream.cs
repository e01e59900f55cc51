using System.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Writes UTF-8 text to a screen that shows ASCII alone: what has a plain likeness gets it, the rest becomes '?'.</summary>
internal sealed class AsciiStream(Stream inner) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var characters = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var count = _decoder.GetChars(buffer, characters, flush: false);
        var plain = new StringBuilder(count);
        foreach (var c in characters.AsSpan(0, count))
            plain.Append(c < 128 ? c.ToString() : Likeness(c));
        inner.Write(Encoding.ASCII.GetBytes(plain.ToString()));
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static string Likeness(char c) => c switch
    {
        '·' or '•' => "-",
        '×' => "x",
        '–' or '—' or '−' => "-",
        '…' => "...",
        '‘' or '’' => "'",
        '“' or '”' => "\"",
        '≤' => "<=",
        '≥' => ">=",
        '≈' => "~",
        'α' => "alpha",
        'β' => "beta",
        _ => "?",
    };
}
