using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Messages for people and logs, line by line: nothing in them moves a cursor, or gives orders to a build server.</summary>
internal sealed class NeutralWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value)
    {
        if (value is not null)
            inner.Write(OutsideText.NeutralLines(value));
    }

    public override void Flush() => inner.Flush();
}
