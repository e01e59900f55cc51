using System.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>
/// Where results go. A reader of a pipe that has seen enough (<c>scaling laws | head</c>) is no error: what follows is dropped. Everything
/// else that fails is one.
/// </summary>
internal sealed class GuardedWriter(TextWriter inner) : TextWriter
{
    private bool _closed;
    private bool _failed;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guard(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => inner.Write(value));

    public override void Flush() => Guard(inner.Flush);

    private void Guard(Action write)
    {
        if (_closed || _failed)
            return;
        try
        {
            write();
        }
        catch (IOException exception) when (IsClosedPipe(exception))
        {
            _closed = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            _failed = true;
            throw new OutputException($"the output cannot be written: {(exception is IOException ? exception.Message.TrimEnd('.') : "standard output is closed")}");
        }
    }

    // EPIPE; on Windows ERROR_BROKEN_PIPE and ERROR_NO_DATA.
    private static bool IsClosedPipe(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is 109 or 232
        : exception.HResult == 32;
}

/// <summary>The results do not reach whoever asked for them: exit code 74.</summary>
internal sealed class OutputException(string message) : Exception(message);
