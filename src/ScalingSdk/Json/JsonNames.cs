using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>The names of one object so far. Sorted, not hashed: on .NET Framework hashes of text can be made to collide.</summary>
internal sealed class JsonNames(JsonScanner scanner)
{
    private readonly SortedSet<Named> _names = new(Named.Order);

    public bool Add(string name, SourceSpan span)
    {
        if (_names.Add(new Named(name, span)))
            return true;

        var first = _names.First(named => string.Equals(named.Name, name, StringComparison.Ordinal)).Span;
        var (line, again) = (scanner.LineOf(first.Start), scanner.LineOf(span.Start));
        var where = string.Equals(line, again, StringComparison.Ordinal)
            ? $"twice on line {line}"
            : $"twice, on line {line} and on line {again}";
        scanner.Fail(span, $"'{Excerpt.Of(name)}' stands {where}; keep one of them");
        return false;
    }

    private sealed record Named(string Name, SourceSpan Span)
    {
        public static Comparer<Named> Order { get; } = Comparer<Named>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
    }
}
