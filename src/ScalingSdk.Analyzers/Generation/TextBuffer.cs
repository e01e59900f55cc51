using System.Text;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>A buffer that each thread keeps from class to class: a class has some 30,000 characters.</summary>
internal static class TextBuffer
{
    // A class of an extreme spec is not kept.
    private const int MostKept = 128 * 1024;

    [ThreadStatic]
    private static StringBuilder? _kept;

    /// <summary>An empty buffer, the thread's own unless it is in use.</summary>
    public static StringBuilder Take()
    {
        var text = _kept ?? new StringBuilder(48 * 1024);
        _kept = null;
        return text;
    }

    /// <summary>What was written, for the buffer.</summary>
    public static string Give(StringBuilder text)
    {
        var written = text.ToString();
        if (text.Capacity <= MostKept)
            _kept = text.Clear();
        return written;
    }
}
