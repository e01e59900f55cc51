#if NET8_0_OR_GREATER
using System.Text;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Rows of JSON as the places of their values in a file: a value becomes text or a number when it is asked for.</summary>
internal sealed class JsonPlaces(byte[] bytes)
{
    private const int LengthBits = 24;

    private readonly Dictionary<string, JsonCells> _byName = new(StringComparer.Ordinal);
    private readonly List<JsonCells> _columns = [];
    private readonly List<string> _texts = [];
    private readonly List<int> _lines = [];

    internal int Rows => _lines.Count;

    internal int Columns => _columns.Count;

    /// <summary>Sets a value of the row that is open; false where the row has this name already.</summary>
    internal bool Set(JsonNames name, int start, int length)
    {
        if (length >= 1 << LengthBits)
            return Set(name, Encoding.UTF8.GetString(bytes.AsSpan(start, length)));

        // An empty text is as good as none.
        return (name.Cells ??= Column(name.Path)).Set(_lines.Count, length == 0 ? 0 : ((long)start << LengthBits) | (uint)length);
    }

    internal bool Set(JsonNames name, string text) => (name.Cells ??= Column(name.Path)).Set(_lines.Count, Kept(text));

    internal void Set(string name, string text) => Column(name).Set(_lines.Count, Kept(text));

    /// <summary>Ends the row that is open.</summary>
    internal void Add(int line) => _lines.Add(line);

    /// <summary>Forgets the row that is open.</summary>
    internal void Forget()
    {
        foreach (var cells in _columns)
            cells.Forget(_lines.Count);
    }

    internal LogTable Table(string format)
    {
        _columns.RemoveAll(cells => !cells.IsUsed(_lines.Count));
        return new(format, [.. _columns.Select(static column => column.Name)], Read(null, null)) { Some = Read };
    }

    private JsonCells Column(string name)
    {
        if (!_byName.TryGetValue(name, out var cells))
        {
            _byName.Add(name, cells = new(name));
            _columns.Add(cells);
        }

        return cells;
    }

    private long Kept(string text)
    {
        _texts.Add(text);
        return -_texts.Count;
    }

    private IEnumerable<LogRow> Read(ISet<int>? texts, ISet<int>? numbers)
    {
        var asked = Enumerable.Range(0, _columns.Count).Where(column => texts is null || texts.Contains(column) || numbers!.Contains(column))
            .Select(column => (Column: column, Number: numbers?.Contains(column) == true)).ToArray();

        // Rows share their numbers, and where there is no text the cells without one.
        var blank = new string?[_columns.Count];
        var read = numbers is { Count: > 0 } ? new double[_columns.Count] : null;
        for (var row = 0; row < _lines.Count; row++)
        {
            var cells = blank;
            read?.AsSpan().Fill(double.NaN);
            foreach (var (column, isNumber) in asked)
            {
                var place = _columns[column][row];
                if (place == 0)
                    continue;
                if (isNumber && Number(place) is { } number)
                {
                    read![column] = number;
                    continue;
                }

                if (ReferenceEquals(cells, blank))
                    cells = new string?[_columns.Count];
                cells[column] = Text(place);
            }

            yield return new(_lines[row], cells) { Numbers = read };
        }
    }

    private ReadOnlySpan<byte> Bytes(long place) => bytes.AsSpan((int)(place >> LengthBits), (int)(place & ((1 << LengthBits) - 1)));

    private string Text(long place) => (place < 0 ? _texts[(int)(-place - 1)] : Encoding.UTF8.GetString(Bytes(place))).Trim();

    private double? Number(long place) => place > 0 ? PlainNumber.Read(Bytes(place)) : null;
}
#endif
