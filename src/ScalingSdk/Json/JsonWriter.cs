using System.Globalization;
using System.Numerics;
using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>Writes JSON, the same on every framework: indented by two, '\n', ASCII alone, numbers to 12 digits.</summary>
internal sealed class JsonWriter
{
    // A thread's next document is written where its last one was: plans are many, and their texts long.
    private const int MostKept = 128 * 1024;

    [ThreadStatic]
    private static byte[]? _room;

    private byte[] _text;
    private int _length;
    private int _depth;
    private bool _first = true;
    private bool _named;

    public JsonWriter() => (_text, _room) = (_room ?? new byte[8 * 1024], null);

    public JsonWriter StartObject() => Start('{');

    public JsonWriter EndObject() => End('}');

    public JsonWriter StartArray() => Start('[');

    public JsonWriter EndArray() => End(']');

    /// <summary>The name of the member whose value comes next.</summary>
    public JsonWriter Name(string name)
    {
        BeginItem();
        AppendText(name);
        Append(": ");
        _named = true;
        return this;
    }

    /// <summary>Text, or null.</summary>
    public JsonWriter Value(string? value)
    {
        BeginItem();
        if (value is null)
            Append("null");
        else
            AppendText(value);

        return this;
    }

    /// <summary>A number to 12 significant digits; what is not finite has no JSON and becomes null.</summary>
    public JsonWriter Value(double value)
    {
        if (NumberText.IsShortWhole(value))
            return Value((long)value);
        return Raw(double.IsNaN(value) || double.IsInfinity(value) ? "null" : NumberText.Round(value));
    }

    public JsonWriter Value(long value)
    {
        BeginItem();
        AppendWhole(value);
        return this;
    }

    public JsonWriter Value(BigInteger value) => value >= long.MinValue && value <= long.MaxValue
        ? Value((long)value)
        : Raw(value.ToString("D", CultureInfo.InvariantCulture));

    public JsonWriter Value(bool value) => Raw(value ? "true" : "false");

    public JsonWriter Null() => Raw("null");

    /// <summary>The document, with a line end behind it.</summary>
    public override string ToString() => Encoding.ASCII.GetString(_text, 0, _length) + "\n";

    /// <summary>Shows the document's bytes, with a line end behind it, and ends the writer: its memory goes to the thread's next one.</summary>
    public void Use(Action<ArraySegment<byte>> use)
    {
        Append('\n');
        use(new ArraySegment<byte>(_text, 0, _length));
        if (_text.Length <= MostKept)
            _room = _text;
        (_text, _length) = ([], 0);
    }

    private JsonWriter Raw(string value)
    {
        BeginItem();
        Append(value);
        return this;
    }

    private JsonWriter Start(char open)
    {
        BeginItem();
        Append(open);
        _depth++;
        _first = true;
        return this;
    }

    private JsonWriter End(char close)
    {
        _depth--;
        if (!_first)
            NewLine();

        Append(close);
        _first = false;
        return this;
    }

    /// <summary>Comma, line and indent before a name or an item; nothing before the value of a name.</summary>
    private void BeginItem()
    {
        if (!_named && _depth > 0)
        {
            if (!_first)
                Append(',');

            NewLine();
        }

        _named = false;
        _first = false;
    }

    private void NewLine()
    {
        Reserve(1 + (2 * _depth));
        _text[_length++] = (byte)'\n';
        for (var end = _length + (2 * _depth); _length < end; _length++)
            _text[_length] = (byte)' ';
    }

    private void AppendText(string value)
    {
        Append('"');
        for (var at = 0; ;)
        {
            var plain = PlainLength(value, at);
            Reserve(plain + 2);
            _length += Encoding.ASCII.GetBytes(value, at, plain, _text, _length);
            at += plain;
            if (at == value.Length)
                break;
            if (value[at] is '#' && !OutsideText.IsOrder(value, at))
                Append('#');
            else
                Append(Escaped(value[at]));
            at++;
        }

        Append('"');
    }

    // How many characters from here on are written as they are: in most texts, all.
#if NET8_0_OR_GREATER
    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create(
        " !$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static int PlainLength(string value, int start) => value.AsSpan(start).IndexOfAnyExcept(Plain) is >= 0 and var length ? length : value.Length - start;
#else
    private static int PlainLength(string value, int start)
    {
        var at = start;
        while (at < value.Length && value[at] is >= ' ' and <= '~' and not '"' and not '\\' and not '#')
            at++;
        return at - start;
    }
#endif

    private void AppendWhole(long value)
    {
        const int MostDigits = 20;
        Reserve(MostDigits);
        if (value < 0)
            _text[_length++] = (byte)'-';
        var first = _length;
        do
        {
            _text[_length++] = (byte)('0' + Math.Abs(value % 10));
            value /= 10;
        }
        while (value != 0);
        Array.Reverse(_text, first, _length - first);
    }

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    private void Append(string ascii)
    {
        Reserve(ascii.Length);
        foreach (var c in ascii)
            _text[_length++] = (byte)c;
    }

    private void Append(char ascii)
    {
        if (_length == _text.Length)
            Reserve(1);
        _text[_length++] = (byte)ascii;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _text.Length)
            return;
        var larger = new byte[Math.Max(2 * _text.Length, _length + count)];
        Array.Copy(_text, larger, _length);
        _text = larger;
    }
}
