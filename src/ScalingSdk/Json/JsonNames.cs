using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>The names of one object so far. Sorted, not hashed: on .NET Framework hashes of text can be made to collide.</summary>
internal sealed class JsonNames(JsonScanner scanner, List<JsonMember> members)
{
    /// <summary>So many are compared one by one.</summary>
    private const int Few = 16;

    private SortedSet<Named>? _many;

    /// <summary>False, with an error, where the object has the name already.</summary>
    public bool IsNew(string name, SourceSpan span)
    {
        if (Find(name, span) is not { } first)
            return true;
        var (line, again) = (scanner.LineOf(first.Start), scanner.LineOf(span.Start));
        var where = string.Equals(line, again, StringComparison.Ordinal)
            ? $"twice on line {line}"
            : $"twice, on line {line} and on line {again}";
        scanner.Fail(span, $"'{Excerpt.Of(name)}' stands {where}; keep one of them");
        return false;
    }

    private SourceSpan? Find(string name, SourceSpan span)
    {
        if (members.Count >= Few)
            return FindAmongMany(name, span);
        for (var i = 0; i < members.Count; i++)
        {
            if (string.Equals(members[i].Name, name, StringComparison.Ordinal))
                return members[i].NameSpan;
        }

        return null;
    }

    private SourceSpan? FindAmongMany(string name, SourceSpan span)
    {
        _many ??= new(members.Select(static member => new Named(member.Name, member.NameSpan)), Named.Order);
        return _many.Add(new Named(name, span)) ? null : _many.First(named => string.Equals(named.Name, name, StringComparison.Ordinal)).Span;
    }

    private sealed class Named(string name, SourceSpan span)
    {
        public string Name { get; } = name;

        public SourceSpan Span { get; } = span;

        public static Comparer<Named> Order { get; } = Comparer<Named>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
    }
}
