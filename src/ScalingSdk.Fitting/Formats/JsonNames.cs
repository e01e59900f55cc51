#if NET8_0_OR_GREATER
using System.Text;

namespace ScalingSdk.Fitting.Formats;

/// <summary>A name in objects of JSON, and the names below it: found by its bytes, first where the row before had it.</summary>
/// <param name="path">The whole name, joined by '/'.</param>
internal sealed class JsonNames(string path)
{
    private readonly List<(byte[] Name, JsonNames Child)> _children = [];
    private int _next;

    /// <summary>The cells of this name; null until one has been read.</summary>
    internal JsonCells? Cells { get; set; }

    internal string Path => path;

    /// <summary>The name below this one; a new one where it was not met before.</summary>
    internal JsonNames Below(ReadOnlySpan<byte> name)
    {
        for (var tried = 0; tried < _children.Count; tried++)
        {
            if (_next >= _children.Count)
                _next = 0;
            var (known, child) = _children[_next++];
            if (name.SequenceEqual(known))
                return child;
        }

        var text = Encoding.UTF8.GetString(name);
        var added = new JsonNames(path.Length == 0 ? text : path + "/" + text);
        _children.Add((name.ToArray(), added));
        return added;
    }
}
#endif
