using System.Collections;

namespace ScalingSdk.Diagnostics;

/// <summary>
/// A list whose items are worked out when they are first read, each once: a search or several plans may stand behind a line of a
/// finding, and a compiler shows the first line alone. The source must be pure; it is read under a lock.
/// </summary>
internal sealed class Deferred<T>(IEnumerable<T> source) : IReadOnlyList<T>
    where T : class
{
    private readonly List<T> _items = [];
    private IEnumerator<T>? _rest;
    private bool _complete;

    public int Count
    {
        get
        {
            for (var index = 0; Reaches(index); index++)
                continue;
            return _items.Count;
        }
    }

    public T this[int index] => Reaches(index) ? At(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; Reaches(index); index++)
            yield return At(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T At(int index)
    {
        lock (_items)
            return _items[index];
    }

    private bool Reaches(int index)
    {
        lock (_items)
        {
            while (_items.Count <= index && !_complete)
            {
                _rest ??= source.GetEnumerator();
                if (_rest.MoveNext())
                    _items.Add(_rest.Current);
                else
                    _complete = true;
            }

            return index < _items.Count;
        }
    }
}
