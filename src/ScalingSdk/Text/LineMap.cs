namespace ScalingSdk.Text;

/// <summary>Turns offsets of a text into lines and columns. A line ends at LF, CR or CR LF.</summary>
/// <param name="mapped">The text.</param>
internal sealed class LineMap(string mapped)
{
    private List<int>? _starts;

    // A spec without findings has no place to show.
    private List<int> Starts => _starts ??= StartsOf(mapped);

    public SourcePosition At(int offset)
    {
        var starts = Starts;
        var index = starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a place; past the end of its line or of the text, that end.</summary>
    /// <param name="place">The place.</param>
    /// <param name="text">The text that this is the map of.</param>
    public int OffsetOf(SourcePosition place, string text)
    {
        var starts = Starts;
        if (place.Line > starts.Count)
            return text.Length;
        var line = Math.Max(place.Line, 1) - 1;
        var end = line + 1 < starts.Count ? starts[line + 1] - 1 : text.Length;
        if (end > starts[line] && end < text.Length && text[end] == '\n' && text[end - 1] == '\r')
            end--;
        return (int)Math.Min(starts[line] + Math.Max((long)place.Column, 1) - 1, end);
    }

    private static List<int> StartsOf(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts;
    }
}
