namespace ScalingSdk.Text;

/// <summary>Turns offsets of a text into lines and columns. A line ends at LF, CR or CR LF.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    public SourcePosition At(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The offset of a place; past the end of its line or of the text, that end.</summary>
    /// <param name="place">The place.</param>
    /// <param name="text">The text that this is the map of.</param>
    public int OffsetOf(SourcePosition place, string text)
    {
        if (place.Line > _starts.Count)
            return text.Length;
        var line = Math.Max(place.Line, 1) - 1;
        var end = line + 1 < _starts.Count ? _starts[line + 1] - 1 : text.Length;
        if (end > _starts[line] && end < text.Length && text[end] == '\n' && text[end - 1] == '\r')
            end--;
        return (int)Math.Min(_starts[line] + Math.Max((long)place.Column, 1) - 1, end);
    }
}
