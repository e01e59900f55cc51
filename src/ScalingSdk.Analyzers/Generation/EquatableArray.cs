using System.Collections;
using System.Collections.Immutable;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>An array that is equal to another of equal items, so that a step can see that nothing has changed.</summary>
/// <remarks>A class: of the compiler's generic code every struct gets machine code of its own, which a new process has to make first.</remarks>
internal sealed class EquatableArray<T>(IEnumerable<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[] _items = [.. items];

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <summary>What a collecting step gives.</summary>
    public static EquatableArray<T> Of(ImmutableArray<T> items, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(items);
    }

    // By its name, for the extension of spans would need System.Memory beside the analyzers.
    public bool Equals(EquatableArray<T>? other) => ReferenceEquals(this, other) || other is not null && Enumerable.SequenceEqual(_items, other._items);

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + item.GetHashCode());
        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
