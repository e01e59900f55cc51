namespace ScalingSdk.Tasks;

/// <summary>Where F# or Visual Basic uses an attribute of the product: comments and texts excepted; no other part of the product reads that code.</summary>
internal sealed class AttributeUses
{
    private const string Suffix = "Attribute";
    private static readonly string[] Names = ["ScalingModel", "ScalingRun", "ScalingBudget", "ScalingKey", "ScalingIgnore", "ScalingSpec"];

    private readonly string _text;
    private readonly bool _isFSharp;
    private readonly List<(string Name, int Line, int Column)> _found = [];
    private bool _inside;
    private char _before = '\n';
    private int _at;

    private AttributeUses(string text, bool isFSharp) => (_text, _isFSharp) = (text, isFSharp);

    /// <summary>The uses in a file, in order.</summary>
    public static IReadOnlyList<(string Name, int Line, int Column)> In(string text, bool isFSharp)
    {
        var uses = new AttributeUses(text, isFSharp);
        while (uses._at < text.Length)
            uses.Next();
        return uses._found;
    }

    private void Next()
    {
        if (Length() is > 0 and var skipped)
            _at = Math.Min(_text.Length, _at + skipped);
        else if (IsPart(_text[_at]))
            Word();
        else
            Sign();
    }

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && (IsPart(_text[_at]) || _text[_at] == '.'))
            _at++;
        var word = _text.Substring(start, _at - start);
        var name = word.Substring(word.LastIndexOf('.') + 1);
        var known = Array.Find(Names, one => string.Equals(name, one, Comparison) || string.Equals(name, one + Suffix, Comparison));
        if (known is not null && IsUse())
        {
            var place = start + word.Length - name.Length;
            var line = _text.Take(place).Count(static c => c == '\n');
            _found.Add((known, line + 1, place - (place == 0 ? -1 : _text.LastIndexOf('\n', place - 1))));
        }

        // In Visual Basic an underscore at the end of a line continues it.
        if (word is not "_")
            _before = 'a';
    }

    private void Sign()
    {
        var c = _text[_at];
        if (_isFSharp && Is("[<"))
            _inside = true;
        else if (_isFSharp && Is(">]"))
            _inside = false;
        if (!char.IsWhiteSpace(c))
            _before = c;
        _at++;
    }

    private bool IsUse()
    {
        var after = _at;
        while (after < _text.Length && char.IsWhiteSpace(_text[after]))
            after++;
        var next = after < _text.Length ? _text[after] : '\n';
        return _isFSharp
            ? _inside && _before is '<' or ';' or ':'
            : _before is '<' or ',' or ':' && next is '(' or '>' or ',';
    }

    private StringComparison Comparison => _isFSharp ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The length of the comment or text that starts here; zero where none does.</summary>
    private int Length() => _isFSharp
        ? Is("//") ? ToEnd("\n")
            : Is("(*)") ? 3
            : Is("(*") ? Nested()
            : Is("\"\"\"") ? 3 + ToEnd("\"\"\"", 3)
            : Is("@\"") || Is("$@\"") || Is("@$\"") ? Doubled(_text.IndexOf('"', _at) - _at)
            : Is("\"") ? Escaped()
            : Is("'\"'") ? 3
            : Is("'\\\"'") ? 4
            : 0
        : Is("'") || Is("\u2019") || IsRemark() ? ToEnd("\n")
            : Is("\"") ? Doubled(0)
            : 0;

    private bool IsRemark() => Is("REM ", ignoreCase: true) && (_at == 0 || !IsPart(_text[_at - 1]));

    private bool Is(string sign, bool ignoreCase = false) => string.Compare(_text, _at, sign, 0, sign.Length, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0;

    private int ToEnd(string sign, int from = 0) => _text.IndexOf(sign, Math.Min(_text.Length, _at + from), StringComparison.Ordinal) is >= 0 and var end ? end + sign.Length - _at - from : _text.Length - _at;

    private int Nested()
    {
        var depth = 0;
        for (var i = _at; i < _text.Length - 1; i++)
        {
            if (_text[i] == '(' && _text[i + 1] == '*')
                (depth, i) = (depth + 1, i + 1);
            else if (_text[i] == '*' && _text[i + 1] == ')' && (++i > 0) && --depth == 0)
                return i + 1 - _at;
        }

        return _text.Length - _at;
    }

    // "a ""quoted"" word"
    private int Doubled(int open)
    {
        for (var i = _at + open + 1; i < _text.Length; i++)
        {
            if (_text[i] != '"')
                continue;
            if (i + 1 < _text.Length && _text[i + 1] == '"')
                i++;
            else
                return i + 1 - _at;
        }

        return _text.Length - _at;
    }

    private int Escaped()
    {
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (_text[i] == '"')
                return i + 1 - _at;
        }

        return _text.Length - _at;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
