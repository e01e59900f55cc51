using ScalingSdk.Text;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Walks a text that is JSON, or will be once it is typed, in one pass; commas and quotes may be missing.</summary>
internal sealed class CursorScanner(string text, int offset)
{
    private readonly Stack<Level> _levels = new();
    private Level? _at;
    private Cursor? _found;
    private bool _decided;
    private int _position;

    public Cursor? Find()
    {
        while (_position < text.Length)
        {
            if (_position >= offset)
                Decide(new SourceSpan(offset, 0), quoted: false, end: -1);
            Step(text[_position]);
        }

        Decide(new SourceSpan(offset, 0), quoted: false, end: -1);
        return _found is null ? null : _found with { Present = _at!.Keys };
    }

    private void Step(char c)
    {
        switch (c)
        {
            case '{' or '[':
                Open(c is '{');
                break;
            case '}' or ']':
                if (_levels.Count > 0)
                    _levels.Pop();
                _position++;
                break;
            case ':' or ',':
                if (_levels.TryPeek(out var level))
                    level.IsValue = c is ':' || !level.IsObject;
                _position++;
                break;
            case '/':
                Comment();
                break;
            case '"':
                Text();
                break;
            case var _ when IsWord(c):
                Word();
                break;
            default:
                _position++;
                break;
        }
    }

    private void Open(bool isObject)
    {
        string[] path = _levels.TryPeek(out var outer) ? [.. outer.Path, .. outer.IsObject && outer.Key is { } key ? [key] : Array.Empty<string>()] : [];
        if (outer is not null)
            outer.IsValue = !outer.IsObject;
        _levels.Push(new Level(isObject, path) { IsValue = !isObject });
        _position++;
    }

    private void Comment()
    {
        var start = _position;
        var next = start + 1 < text.Length ? text[start + 1] : ' ';
        var end = next switch
        {
            '/' => text.IndexOfAny(['\n', '\r'], start),
            '*' => text.IndexOf("*/", start + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : -1,
            _ => start + 1,
        };
        _position = end < 0 ? text.Length : end;
        if (next is '/' or '*' && offset > start && offset <= _position && (next is '/' || offset < _position))
            _decided = true;
    }

    private void Text()
    {
        var start = _position++;
        while (_position < text.Length && text[_position] is not ('"' or '\n' or '\r'))
            _position += text[_position] is '\\' ? 2 : 1;
        var closed = _position < text.Length && text[_position] is '"';
        _position = Math.Min(closed ? _position + 1 : _position, text.Length);

        // What begins before the caret and ends where a word begins is not closed: its quote is the next key's.
        if (closed && offset > start && offset < _position && _position < text.Length && IsWord(text[_position]))
            (closed, _position) = (false, offset);
        Token(start, quoted: true, closed);
    }

    private void Word()
    {
        var start = _position;
        while (_position < text.Length && IsWord(text[_position]))
            _position++;
        Token(start, quoted: false, closed: false);
    }

    private void Token(int start, bool quoted, bool closed)
    {
        var here = offset > start && offset <= _position;
        var end = quoted && !closed && here ? offset : _position;
        var span = new SourceSpan(start, end - start);
        var name = quoted ? text.Substring(start + 1, Math.Max(0, end - start - (closed ? 2 : 1))) : text.Substring(start, end - start);
        var level = _levels.Count > 0 ? _levels.Peek() : null;
        if (level is { IsObject: true, IsValue: false })
            level.Key = name;
        if (here)
            Decide(span, quoted, closed ? _position : -1);
        else if (level is { IsObject: true, IsValue: false })
            level.Keys.Add(name);
        if (level is { IsObject: true, IsValue: true })
            level.IsValue = false;
    }

    private void Decide(SourceSpan token, bool quoted, int end)
    {
        if (_decided)
            return;
        _decided = true;
        if (!_levels.TryPeek(out _at) || !_at.IsObject)
            return;
        var key = _at.IsValue || token.Length > 0 ? _at.Key ?? "" : "";
        _found = new Cursor(_at.Path, key, _at.IsValue, token, quoted, end, _at.Keys);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '+' or '.' or '$' or '%';

    private sealed class Level(bool isObject, IReadOnlyList<string> path)
    {
        public bool IsObject { get; } = isObject;

        public IReadOnlyList<string> Path { get; } = path;

        public bool IsValue { get; set; }

        public string? Key { get; set; }

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);
    }
}
