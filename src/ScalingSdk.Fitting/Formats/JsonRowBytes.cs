#if NET8_0_OR_GREATER
using System.Text;
using System.Text.Json;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Formats;

/// <summary>Objects of JSON, one a line or in an array, read from the bytes of a file.</summary>
internal sealed class JsonRowBytes
{
    private const int MostColumns = 4096;
    private const int LongestLine = 1 << 20;
    private const int DepthOfLine = 8;
    private const int DepthOfArray = 32;

    private static ReadOnlySpan<byte> Blank => " \n\r\t"u8;

    private readonly byte[] _bytes;
    private readonly JsonPlaces _places;
    private readonly JsonNames[] _open = new JsonNames[DepthOfArray + 1];
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly List<RunNote> _notes = [];
    private int _parts;

    private JsonRowBytes(byte[] bytes)
    {
        _bytes = bytes;
        _places = new(bytes);
        _open[0] = new("");
    }

    /// <summary>The table; null where the bytes are neither objects, one a line, nor a list of objects.</summary>
    internal static TableReading? Read(byte[] file)
    {
        var bytes = JsonNotFinite.Quoted(file);
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var first = First(bytes, start);
        if (first < 0)
            return null;
        if (bytes[first] == '[' && First(bytes, first + 1) is var item and > 0 && bytes[item] == '{')
            return new JsonRowBytes(bytes).Array(first);
        if (bytes[first] == '{' && IsObjectWithMore(bytes.AsSpan(first)))
            return new JsonRowBytes(bytes).Lines(start);
        return null;
    }

    private static int First(byte[] bytes, int from) => bytes.AsSpan(from).IndexOfAnyExcept(Blank) is var at and >= 0 ? from + at : -1;

    private static bool IsObjectWithMore(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || bytes[end..].IndexOfAnyExcept(Blank) < 0)
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

    private TableReading Lines(int at)
    {
        var options = new JsonReaderOptions { MaxDepth = DepthOfLine };
        for (var line = 1; at < _bytes.Length; line++)
        {
            var length = _bytes.AsSpan(at).IndexOf((byte)'\n');
            length = length < 0 ? _bytes.Length - at : length;
            if (_bytes.AsSpan(at, length).IndexOfAnyExcept(Blank) >= 0)
                Line(line, at, length, options);
            if (_places.Columns > MostColumns)
                return TableReading.Refuse($"its objects have more than '{Whole.Text(MostColumns)}' names: keep those of the runs");
            at += length + 1;
        }

        return JsonTable.Ended(_places.Rows, _parts, _notes, () => _places.Table("JSON Lines") with { Lists = _lists });
    }

    private void Line(int line, int at, int length, JsonReaderOptions options)
    {
        bool? counts = null;
        try
        {
            var reader = new Utf8JsonReader(_bytes.AsSpan(at, length), options);
            if (length <= LongestLine && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                counts = Members(ref reader, at);
            if (counts is not null && reader.Read())
                counts = null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            counts = null;
        }

        if (counts is null)
        {
            _places.Forget();
            counts = Odd(line, Encoding.UTF8.GetString(_bytes.AsSpan(at, length)).Trim());
        }

        End(counts.Value, line);
    }

    // A list with more below it than rows of values is read as a text: so is one with an error, which is then named.
    private TableReading? Array(int at)
    {
        try
        {
            var reader = new Utf8JsonReader(_bytes.AsSpan(at), new JsonReaderOptions { MaxDepth = DepthOfArray });
            reader.Read();
            for (var item = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; item++)
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    if (Members(ref reader, at, isArray: true) is not { } counts || _places.Columns > MostColumns)
                        return null;
                    End(counts, item);
                    continue;
                }

                reader.Skip();
                _notes.Add(new(item, RunRule.Unreadable, true, "the item is not an object"));
            }

            if (reader.Read())
                return null;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }

        if (_places.Rows == 0)
            return null;
        return _places.Table("a JSON array") with { Lists = _lists, Notes = _notes };
    }

    private void End(bool counts, int line)
    {
        if (counts)
            _places.Add(line);
        else
            _places.Forget();
    }

    // True for a row, false for a part of a run log, null where another reader has to look: a name that is there twice.
    private bool? Members(ref Utf8JsonReader reader, int at, bool isArray = false)
    {
        var (counts, isNew, depth, name) = (true, true, 0, _open[0]);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = _open[depth].Below(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
                    break;
                case JsonTokenType.StartObject:
                    _open[++depth] = name;
                    break;
                case JsonTokenType.EndObject when depth-- == 0:
                    _parts += isNew && !counts ? 1 : 0;
                    return isNew ? counts : null;
                case JsonTokenType.StartArray:
                    _lists.Add(name.Path);
                    reader.Skip();
                    break;
                case JsonTokenType.String:
                    counts &= isArray || depth > 0 || !IsPart(name, reader.ValueSpan);
                    isNew &= reader.ValueIsEscaped ? _places.Set(name, reader.GetString()!) : _places.Set(name, at + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                    break;
                case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    isNew &= _places.Set(name, at + (int)reader.TokenStartIndex, reader.ValueSpan.Length);
                    break;
            }
        }

        return null;
    }

    // A line that is not JSON, or too long: read as text, with what is wrong.
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
            _places.Set(name, value);
        return true;
    }

    private static bool IsPart(JsonNames name, ReadOnlySpan<byte> value) =>
        name.Path is "record" && (value.SequenceEqual("start"u8) || value.SequenceEqual("step"u8) || value.SequenceEqual("event"u8));
}
#endif
