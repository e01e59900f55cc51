using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>
/// Reads JSON (RFC 8259, with comments and trailing commas) into nodes that know their place in the text. Time is
/// linear in the length of the text, recursion ends at the depth limit.
/// </summary>
internal sealed class JsonReader
{
    private readonly JsonScanner _scanner;
    private readonly JsonLimits _limits;

    private JsonReader(string text, JsonLimits limits)
    {
        _scanner = new JsonScanner(text);
        _limits = limits;
    }

    public static JsonReading Read(string text, JsonLimits? limits = null)
    {
        limits ??= JsonLimits.Default;
        if (text.Length > limits.MaxLength)
            return new JsonReading(null, new JsonError(new SourceSpan(0, 0), TooLong(limits.MaxLength)));

        var reader = new JsonReader(text, limits);
        var root = reader.ReadDocument();
        return reader._scanner.Error is { } error ? new JsonReading(null, error) : new JsonReading(root, null);
    }

    // A host may have stopped reading at the limit: how many characters there are is not known.
    private static string TooLong(int limit) =>
        $"the document has more than {NumberText.Grouped(limit)} characters, the most that are read; check that this is the right file";

    private JsonNode? ReadDocument()
    {
        if (!_scanner.SkipBlanks())
            return null;

        if (_scanner.Peek == JsonScanner.End)
            return _scanner.Fail(_scanner.Here, "the document is empty; expected '{'");

        var root = ReadValue(JsonContainer.None);
        if (root is null || !_scanner.SkipBlanks())
            return null;

        return _scanner.Peek == JsonScanner.End
            ? root
            : _scanner.Fail(_scanner.Unexpected, _scanner.Following);
    }

    private JsonNode? ReadValue(JsonContainer within) => _limits.AllowNonFinite && _scanner.ReadNonFinite() is { } number ? number : _scanner.Peek switch
    {
        '{' => ReadObject(within.Depth + 1),
        '[' => ReadArray(within.Depth + 1),
        '"' => ReadString(),
        '-' or (>= '0' and <= '9') => _scanner.ReadNumber(),
        JsonScanner.End => _scanner.FailAtEnd(within, missing: "a value and "),
        _ => _scanner.ReadWord(),
    };

    private JsonString? ReadString()
    {
        var start = _scanner.Position;
        return _scanner.ReadString() is { } value ? new JsonString(_scanner.Since(start), value) : null;
    }

    private JsonArray? ReadArray(int depth)
    {
        if (!Open(depth, ']', out var array))
            return null;

        var items = new List<JsonNode>();
        while (true)
        {
            if (!_scanner.SkipBlanks())
                return null;

            if (_scanner.Take(']'))
                return new JsonArray(_scanner.Since(array.Start), items);

            if (_scanner.Peek == JsonScanner.End)
                return (JsonArray?)_scanner.FailAtEnd(array);

            if (ReadValue(array) is not { } item)
                return null;

            items.Add(item);
            if (!TakeSeparator(array))
                return null;
        }
    }

    private JsonObject? ReadObject(int depth)
    {
        if (!Open(depth, '}', out var @object))
            return null;

        var members = new List<JsonMember>();
        var names = new JsonNames(_scanner, members);
        while (true)
        {
            if (!_scanner.SkipBlanks())
                return null;

            if (_scanner.Take('}'))
                return new JsonObject(_scanner.Since(@object.Start), [.. members]);

            if (ReadMember(@object, names) is not { } member)
                return null;

            members.Add(member);
            if (!TakeSeparator(@object))
                return null;
        }
    }

    private JsonMember? ReadMember(JsonContainer @object, JsonNames names)
    {
        if (_scanner.Peek != '"')
        {
            _scanner.FailAtName(@object);
            return null;
        }

        var start = _scanner.Position;
        if (_scanner.ReadString() is not { } name)
            return null;

        var span = _scanner.Since(start);
        if (!names.IsNew(name, span) || !_scanner.SkipBlanks())
            return null;

        if (!_scanner.Take(':'))
        {
            _scanner.FailAtColon(@object, name);
            return null;
        }

        return _scanner.SkipBlanks() && ReadValue(@object) is { } value ? new JsonMember(name, span, value) : null;
    }

    private bool Open(int depth, char close, out JsonContainer container)
    {
        container = new JsonContainer(_scanner.Position, close, depth);
        _scanner.Take(_scanner.Text[_scanner.Position]);
        if (depth <= _limits.MaxDepth)
            return true;

        _scanner.Fail(
            _scanner.Since(container.Start),
            $"the document is nested deeper than '{_limits.MaxDepth.ToString(CultureInfo.InvariantCulture)}' levels; remove the levels within");
        return false;
    }

    /// <summary>Takes the comma after a value; the end of the container may stand in its place.</summary>
    private bool TakeSeparator(JsonContainer container)
    {
        if (!_scanner.SkipBlanks())
            return false;

        if (_scanner.Take(',') || _scanner.Peek == container.Close)
            return true;

        _scanner.FailAtSeparator(container);
        return false;
    }
}
