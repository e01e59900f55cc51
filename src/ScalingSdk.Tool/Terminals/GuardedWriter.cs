using System.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Remembers that writing failed: the reader of the pipe is gone, and nothing more is worth saying.</summary>
internal sealed class GuardedWriter(TextWriter inner) : TextWriter
{
    public bool Closed { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guard(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => inner.Write(value));

    public override void Flush() => Guard(inner.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            Closed = true;
            throw;
        }
    }
}
