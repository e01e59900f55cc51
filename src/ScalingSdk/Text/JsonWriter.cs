using System.Globalization;
using System.Numerics;
using System.Text;

namespace ScalingSdk.Text;

/// <summary>Writes JSON, the same on every framework: indented by two, '\n', ASCII alone, numbers to 12 digits.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _first = true;
    private bool _named;

    public JsonWriter StartObject() => Start('{');

    public JsonWriter EndObject() => End('}');

    public JsonWriter StartArray() => Start('[');

    public JsonWriter EndArray() => End(']');

    /// <summary>The name of the member whose value comes next.</summary>
    public JsonWriter Name(string name)
    {
        BeginItem();
        AppendText(name);
        _text.Append(": ");
        _named = true;
        return this;
    }

    /// <summary>Text, or null.</summary>
    public JsonWriter Value(string? value)
    {
        BeginItem();
        if (value is null)
            _text.Append("null");
        else
            AppendText(value);

        return this;
    }

    /// <summary>A number to 12 significant digits; what is not finite has no JSON and becomes null.</summary>
    public JsonWriter Value(double value) =>
        Raw(double.IsNaN(value) || double.IsInfinity(value) ? "null" : NumberText.Round(value));

    public JsonWriter Value(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    public JsonWriter Value(BigInteger value) => Raw(value.ToString("D", CultureInfo.InvariantCulture));

    public JsonWriter Value(bool value) => Raw(value ? "true" : "false");

    public JsonWriter Null() => Raw("null");

    /// <summary>The document, with a line end behind it.</summary>
    public override string ToString() => _text + "\n";

    private JsonWriter Raw(string value)
    {
        BeginItem();
        _text.Append(value);
        return this;
    }

    private JsonWriter Start(char open)
    {
        BeginItem();
        _text.Append(open);
        _depth++;
        _first = true;
        return this;
    }

    private JsonWriter End(char close)
    {
        _depth--;
        if (!_first)
            NewLine();

        _text.Append(close);
        _first = false;
        return this;
    }

    /// <summary>Comma, line and indent before a name or an item; nothing before the value of a name.</summary>
    private void BeginItem()
    {
        if (!_named && _depth > 0)
        {
            if (!_first)
                _text.Append(',');

            NewLine();
        }

        _named = false;
        _first = false;
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private void AppendText(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                _text.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                _text.Append(c);
            else if (c == '\n')
                _text.Append("\\n");
            else
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        _text.Append('"');
    }
}
