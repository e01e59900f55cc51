#if NET8_0_OR_GREATER
namespace ScalingSdk.Fitting.Formats;

/// <summary>The cells of one column: where each row's value stands in the file.</summary>
internal sealed class JsonCells(string name)
{
    private long[] _places = [];

    internal string Name => name;

    /// <summary>A place; 0 where the row has no value.</summary>
    internal long this[int row] => row < _places.Length ? _places[row] : 0;

    /// <summary>Sets a row's value; false where it has one already.</summary>
    internal bool Set(int row, long place)
    {
        if (row >= _places.Length)
            Array.Resize(ref _places, Math.Max(64, Math.Max(row + 1, _places.Length * 2)));
        ref var cell = ref _places[row];
        var isNew = cell == 0;
        cell = place;
        return isNew;
    }

    internal void Forget(int row)
    {
        if (row < _places.Length)
            _places[row] = 0;
    }

    /// <summary>True where one of the first rows has a value.</summary>
    internal bool IsUsed(int rows) => _places.AsSpan(0, Math.Min(rows, _places.Length)).ContainsAnyExcept(0L);
}
#endif
