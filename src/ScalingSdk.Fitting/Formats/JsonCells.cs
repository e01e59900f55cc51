#if NET8_0_OR_GREATER
namespace ScalingSdk.Fitting.Formats;

/// <summary>The cells of one column: where each row's value stands in the file.</summary>
internal sealed class JsonCells(string name)
{
    private long[] _places = [];

    internal string Name => name;

    /// <summary>True where some row that counts has a value.</summary>
    internal bool IsUsed { get; set; }

    /// <summary>A place; 0 where the row has no value.</summary>
    internal long this[int row]
    {
        get => row < _places.Length ? _places[row] : 0;
        set
        {
            if (row >= _places.Length)
                Array.Resize(ref _places, Math.Max(64, Math.Max(row + 1, _places.Length * 2)));
            _places[row] = value;
        }
    }
}
#endif
