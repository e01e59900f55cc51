#if NET8_0_OR_GREATER
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>JSON Lines read from the bytes of a file: a row is where its values stand, and a value becomes text or a number when it is asked for.</summary>
internal sealed class JsonLineBytes
{
    private const int MostColumns = 4096;
    private const int LengthBits = 24;
    private const int LongestLine = 1 << 20;
    private const int Depth = 8;

    private readonly byte[] _bytes;
    private readonly JsonNames _names = new("");
    private readonly JsonNames[] _open = new JsonNames[Depth + 1];
    private readonly Dictionary<string, JsonCells> _byName = new(StringComparer.Ordinal);
    private readonly List<JsonCells> _columns = [];
    private readonly List<JsonCells> _touched = [];
    private readonly List<string> _texts = [];
    private readonly List<int> _lines = [];
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly List<RunNote> _notes = [];
    private int _parts;

    private JsonLineBytes(byte[] bytes)
    {
        _bytes = bytes;
        _open[0] = _names;
    }

    /// <summary>The table; null where the bytes are not objects, one a line.</summary>
    internal static TableReading? Read(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        while (start < bytes.Length && bytes[start] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            start++;
        if (start == bytes.Length || bytes[start] != '{' || !IsObjectWithMore(bytes.AsSpan(start)))
            return null;
        return new JsonLineBytes(bytes).Table();
    }

    private static bool IsObjectWithMore(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || bytes[end..].IndexOfAnyExcept(" \r\n\t"u8) < 0)
            return false;
        try
        {
            var reader = new Utf8JsonReader(bytes[..end]);
            while (reader.Read())
                reader.Skip();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private TableReading Table()
    {
        int line = 0, at = _bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        while (at < _bytes.Length)
        {
            var length = _bytes.AsSpan(at).IndexOf((byte)'\n');
            length = length < 0 ? _bytes.Length - at : length;
            line++;
            if (_bytes.AsSpan(at, length).IndexOfAnyExcept(" \r\t"u8) >= 0)
                Line(line, at, length);
            if (_byName.Count > MostColumns)
                return TableReading.Refuse($"its objects have more than '{Whole.Text(MostColumns)}' names: keep those of the runs");
            at += length + 1;
        }

        return JsonTable.Ended(_lines.Count, _parts, _notes, () => new("JSON Lines", [.. _columns.Select(static column => column.Name)], Rows(null, null)) { Some = Rows, Lists = _lists });
    }

    private void Line(int line, int at, int length)
    {
        var bytes = _bytes.AsSpan(at, length);
        _touched.Clear();
        bool? counts = length > LongestLine || bytes.IndexOf("NaN"u8) >= 0 || bytes.IndexOf("Infinity"u8) >= 0 ? null : Values(bytes, at);
        if (counts is null)
        {
            Forget();
            counts = Odd(line, Encoding.UTF8.GetString(bytes).Trim());
        }

        if (counts is not true)
        {
            Forget();
            return;
        }

        foreach (var cells in _touched)
        {
            if (cells.IsUsed)
                continue;
            cells.IsUsed = true;
            _columns.Add(cells);
        }

        _lines.Add(line);
    }

    // True for a row, false for a part of a run log, null where another reader has to look.
    private bool? Values(ReadOnlySpan<byte> bytes, int at)
    {
        var counts = true;
        var names = _open;
        var depth = 0;
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Depth });
            var repeated = false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            JsonNames name = _names;
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = names[depth].Below(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
                        break;
                    case JsonTokenType.StartObject:
                        names[++depth] = name;
                        break;
                    case JsonTokenType.EndObject:
                        depth--;
                        break;
                    case JsonTokenType.StartArray:
                        _lists.Add(name.Path);
                        reader.Skip();
                        break;
                    case JsonTokenType.String:
                        counts &= depth > 0 || !IsPart(name, reader.ValueSpan);
                        repeated |= !Set(name, reader.ValueIsEscaped ? Kept(reader.GetString()!) : Place(at + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
                        break;
                    case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                        repeated |= !Set(name, Place(at + (int)reader.TokenStartIndex, reader.ValueSpan.Length));
                        break;
                }
            }

            if (repeated)
                return null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }

        _parts += counts ? 0 : 1;
        return counts;
    }

    // NaN without quotes, a line that is not JSON, one that is too long: read as text, with what is wrong.
    private bool Odd(int line, string text)
    {
        var reading = JsonTable.ParseLine(text);
        if (reading.Root is not JsonObject found)
        {
            _notes.Add(JsonTable.NoObject(line, reading));
            return false;
        }

        if (JsonTable.IsPart(found))
        {
            _parts++;
            return false;
        }

        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonTable.Flatten(found, "", members);
        foreach (var (name, value) in members)
            Set(Column(name), Kept(value));
        return true;
    }

    private static bool IsPart(JsonNames name, ReadOnlySpan<byte> value) =>
        name.Path is "record" && (value.SequenceEqual("start"u8) || value.SequenceEqual("step"u8) || value.SequenceEqual("event"u8));

    private bool Set(JsonNames name, long place) => Set(name.Cells ??= Column(name.Path), place);

    // False where the row has this name already.
    private bool Set(JsonCells cells, long place)
    {
        var isNew = cells[_lines.Count] == 0;
        cells[_lines.Count] = place;
        _touched.Add(cells);
        return isNew;
    }

    private JsonCells Column(string name)
    {
        if (!_byName.TryGetValue(name, out var cells))
            _byName.Add(name, cells = new(name));
        return cells;
    }

    private void Forget()
    {
        foreach (var cells in _touched)
            cells[_lines.Count] = 0;
        _touched.Clear();
    }

    // An empty text is as good as none.
    private static long Place(int start, int length) => length == 0 ? 0 : ((long)start << LengthBits) | (uint)length;

    private long Kept(string text)
    {
        _texts.Add(text);
        return -_texts.Count;
    }

    private IEnumerable<LogRow> Rows(ISet<int>? texts, ISet<int>? numbers)
    {
        var asked = Enumerable.Range(0, _columns.Count).Where(column => texts is null || texts.Contains(column) || numbers!.Contains(column))
            .Select(column => (Column: column, Number: numbers?.Contains(column) == true)).ToArray();
        var blank = new string?[_columns.Count];
        for (var row = 0; row < _lines.Count; row++)
        {
            // Rows of numbers alone share their cells without text.
            var cells = blank;
            var read = numbers is null ? null : new double[_columns.Count];
            if (read is not null)
                Array.Fill(read, double.NaN);
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

    private ReadOnlySpan<byte> Bytes(long place) => _bytes.AsSpan((int)(place >> LengthBits), (int)(place & ((1 << LengthBits) - 1)));

    private string Text(long place) => (place < 0 ? _texts[(int)(-place - 1)] : Encoding.UTF8.GetString(Bytes(place))).Trim();

    private double? Number(long place) =>
        place > 0 && Utf8Parser.TryParse(Bytes(place), out double value, out var used) && used == Bytes(place).Length && double.IsFinite(value) ? value : null;
}
#endif
