using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>An object or array that is being read; <see cref="None"/> is the document itself.</summary>
internal readonly record struct JsonContainer(int Start, char Close, int Depth)
{
    public static readonly JsonContainer None = new(0, '\0', 0);

    public string Kind => Close == '}' ? "an object" : "an array";
}

/// <summary>A place in a text that moves forward token by token, and the first error met.</summary>
internal sealed partial class JsonScanner(string text)
{
    /// <summary>What <see cref="Peek"/> is behind the last character.</summary>
    public const int End = -1;

    public string Text { get; } = text;

    public int Position { get; private set; }

    public JsonError? Error { get; private set; }

    public int Peek => At(Position);

    /// <summary>The empty stretch at the place reached.</summary>
    public SourceSpan Here => new(Position, 0);

    public SourceSpan Since(int start) => new(start, Position - start);

    public string LineOf(int offset) => new LineMap(Text).At(offset).Line.ToString(CultureInfo.InvariantCulture);

    public bool Take(char expected)
    {
        if (Peek != expected)
            return false;

        Position++;
        return true;
    }

    /// <summary>Keeps the first error. Returns null, so that a reader can fail and return at once.</summary>
    public JsonNode? Fail(SourceSpan span, string message)
    {
        Error ??= new JsonError(span, message);
        return null;
    }

    /// <summary>Passes over blanks and comments; false where a comment is broken.</summary>
    public bool SkipBlanks()
    {
        while (true)
        {
            switch (Peek)
            {
                case ' ' or '\t' or '\n' or '\r':
                    Position++;
                    break;
                case '/':
                    if (!SkipComment())
                        return false;

                    break;
                default:
                    return true;
            }
        }
    }

    private int At(int position) => position < Text.Length ? Text[position] : End;

    private bool SkipComment()
    {
        var start = Position;
        switch (At(Position + 1))
        {
            case '/':
                while (Peek is not (End or '\n' or '\r'))
                    Position++;

                break;
            case '*':
                var end = Text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Position = Text.Length;
                    Fail(Here, $"the document ends inside a comment that opened on line {LineOf(start)}; add '*/'");
                    return false;
                }

                Position = end + 2;
                break;
            default:
                Fail(new SourceSpan(start, 1), "'/' starts nothing here; a comment is '// ...' or '/* ... */'");
                return false;
        }

        return CheckComment(start);
    }

    /// <summary>A comment holds whole characters, and a line comment no line end that JSON does not know.</summary>
    private bool CheckComment(int start)
    {
        var line = Text[start + 1] == '/';
        for (var i = start; i < Position; i++)
        {
            if (line && Text[i] is ('\u2028' or '\u2029'))
            {
                Fail(new SourceSpan(i, 1), $"a line comment holds the line separator '{Describe(i)}'; remove it");
                return false;
            }

            if (!char.IsSurrogate(Text[i]))
                continue;

            if (!IsPair(i))
            {
                Fail(new SourceSpan(i, 1), LoneSurrogate(Describe(i)));
                return false;
            }

            i++;
        }

        return true;
    }

    private bool IsPair(int position) =>
        position + 1 < Text.Length && char.IsSurrogatePair(Text[position], Text[position + 1]);

    private static string LoneSurrogate(string found) => $"'{found}' is half of a character; write the whole character or remove it";
}
