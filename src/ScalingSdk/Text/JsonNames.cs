namespace ScalingSdk.Text;

/// <summary>The names of one object so far. Sorted, not hashed: on .NET Framework hashes of text can be made to collide.</summary>
internal sealed class JsonNames(JsonScanner scanner)
{
    private readonly SortedDictionary<string, SourceSpan> _spans = new(StringComparer.Ordinal);

    public bool Add(string name, SourceSpan span)
    {
        if (!_spans.TryGetValue(name, out var first))
        {
            _spans.Add(name, span);
            return true;
        }

        var (line, again) = (scanner.LineOf(first.Start), scanner.LineOf(span.Start));
        var where = string.Equals(line, again, StringComparison.Ordinal)
            ? $"twice on line {line}"
            : $"twice, on line {line} and on line {again}";
        scanner.Fail(span, $"'{Excerpt.Of(name)}' stands {where}; keep one of them");
        return false;
    }
}
