using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>The names of one object so far. Sorted, not hashed: on .NET Framework hashes of text can be made to collide.</summary>
internal sealed class JsonNames(JsonScanner scanner)
{
    /// <summary>So many are compared one by one.</summary>
    private const int Few = 16;

    private readonly List<Named> _few = [];
    private SortedSet<Named>? _many;

    public bool Add(string name, SourceSpan span)
    {
        if (Find(name) is not { } first)
        {
            Keep(new Named(name, span));
            return true;
        }

        var (line, again) = (scanner.LineOf(first.Span.Start), scanner.LineOf(span.Start));
        var where = string.Equals(line, again, StringComparison.Ordinal)
            ? $"twice on line {line}"
            : $"twice, on line {line} and on line {again}";
        scanner.Fail(span, $"'{Excerpt.Of(name)}' stands {where}; keep one of them");
        return false;
    }

    private Named? Find(string name)
    {
        if (_many is not null)
            return _many.Contains(new Named(name, default)) ? _many.First(named => string.Equals(named.Name, name, StringComparison.Ordinal)) : null;
        foreach (var named in _few)
        {
            if (string.Equals(named.Name, name, StringComparison.Ordinal))
                return named;
        }

        return null;
    }

    private void Keep(Named named)
    {
        if (_many is not null)
            _many.Add(named);
        else if (_few.Count < Few)
            _few.Add(named);
        else
            _many = new(_few, Named.Order) { named };
    }

    private sealed class Named(string name, SourceSpan span)
    {
        public string Name { get; } = name;

        public SourceSpan Span { get; } = span;

        public static Comparer<Named> Order { get; } = Comparer<Named>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
    }
}
