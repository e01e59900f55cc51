using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Json;

internal sealed partial class JsonScanner
{
    /// <summary>The word or character at the place reached, as a message shows it.</summary>
    public string Found => Peek == End ? "the end" : WordAt(Position, out _);

    public SourceSpan Unexpected
    {
        get
        {
            WordAt(Position, out var span);
            return span;
        }
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>; says what to write in place of any other word.</summary>
    public JsonNode? ReadWord()
    {
        var word = WordAt(Position, out var span);
        JsonNode? value = word switch
        {
            "true" => new JsonBoolean(span, value: true),
            "false" => new JsonBoolean(span, value: false),
            "null" => new JsonNull(span),
            _ => Fail(span, WordMessage(word)),
        };
        Position = span.End;
        return value;
    }

    public JsonNode? FailAtEnd(JsonContainer within, string missing = "") => Fail(
        Here,
        $"the document ends inside {within.Kind} that opened on line {LineOf(within.Start)}; add {missing}'{within.Close}'");

    public void FailAtName(JsonContainer within)
    {
        if (Peek == End)
        {
            FailAtEnd(within);
            return;
        }

        var word = WordAt(Position, out var span);
        Fail(span, word switch
        {
            "," => "',' follows no member; remove it",
            "'" => "a name in single quotes is not JSON; write it in double quotes",
            _ when ForeignMark(word) is { } message => message,
            _ when IsWordCharacter(Peek) => $"the name '{word}' has no quotes; write '\"{word}\"'",
            _ => $"expected a name in double quotes or '}}', found '{word}'",
        });
    }

    public void FailAtColon(JsonContainer within, string name)
    {
        if (Peek == End)
            FailAtEnd(within, "':', a value and ");
        else
            Fail(Unexpected, $"expected ':' after the name '{Excerpt.Of(name)}', found '{Found}'{(Found is "=" ? "; write ':' in its place" : "")}");
    }

    public void FailAtSeparator(JsonContainer within)
    {
        if (Peek == End)
        {
            FailAtEnd(within);
            return;
        }

        var line = LineOf(within.Start);
        if (SeparatorMessage(Found) is { } message)
            Fail(Unexpected, message);
        else
            Fail(Unexpected, Peek == '"' || Peek == '{' || Peek == '['
            ? $"two values of {within.Kind} that opened on line {line} stand side by side; write ',' before '{Found}'"
            : $"expected ',' or '{within.Close}' in {within.Kind} that opened on line {line}, found '{Found}'");
    }

    /// <summary>What to do with what follows the document.</summary>
    public string Following => Peek is '{' or '['
        ? $"a second document starts here; keep one of them, or join what they say in one"
        : $"'{Found}' follows the end of the document; remove it";

    // What other languages have in the place of a comma, or behind a value.
    private static string? SeparatorMessage(string word) => word switch
    {
        ";" => "found ';' after a value; write ',' in its place",
        "*" or "^" => "JSON has no arithmetic; write the result",
        _ => ForeignMark(word),
    };

    // Marks of other languages and of word processors.
    private static string? ForeignMark(string word) => word switch
    {
        "#" => "'#' starts no comment; a comment is '// ...' or '/* ... */'",
        "\u201c" or "\u201d" or "\u201e" or "\u00ab" or "\u00bb" or "\u2018" or "\u2019" or "`" => $"'{word}' is not a quotation mark of JSON; write '\"'",
        _ => null,
    };

    private string WordMessage(string word) => word switch
    {
        "NaN" or "nan" or "Infinity" or "inf" or "Inf" or "+Infinity" or "+inf" => $"'{word}' is not a JSON number; write a finite number",
        "True" or "TRUE" or "yes" => $"'{word}' is not a JSON value; write 'true'",
        "False" or "FALSE" or "no" => $"'{word}' is not a JSON value; write 'false'",
        "None" or "Null" or "NULL" or "nil" or "undefined" => $"'{word}' is not a JSON value; write 'null'",
        "'" => "text in single quotes is not JSON; write it in double quotes",
        _ when ForeignMark(word) is { } message => message,
        _ when word[0] == '+' => $"'{word}' starts with '+'; write the number without it",
        _ when word[0] == '.' => $"'{word}' starts with a point; write '0{word}'",
        _ when IsWordCharacter(Peek) => $"'{word}' is not a JSON value; for text write '\"{word}\"'",
        _ => $"expected a value, found '{word}'",
    };

    /// <summary>The word at a place, shortened for a message, and its whole span; a single character where no word is.</summary>
    private string WordAt(int start, out SourceSpan span)
    {
        var end = start;
        while (IsWordCharacter(At(end)))
            end++;

        if (end > start)
        {
            span = new SourceSpan(start, end - start);
            return Excerpt.Of(Text.Substring(start, end - start));
        }

        span = new SourceSpan(start, At(start) == End ? 0 : IsPair(start) ? 2 : 1);
        return Describe(start);
    }

    private static bool IsWordCharacter(int c) =>
        c is '_' or '.' or '+' or '-' or '%' || (c != End && char.IsLetterOrDigit((char)c));

    /// <summary>The character at a place, or its code point where it cannot be seen.</summary>
    private string Describe(int position)
    {
        if (At(position) == End)
            return "";

        if (IsPair(position))
            return Text.Substring(position, 2);

        var c = Text[position];
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        var unseen = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
            || (category == UnicodeCategory.SpaceSeparator && c != ' ');
        return unseen ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString();
    }

    /// <summary>The first line of what starts at a place, in quotes of a message.</summary>
    private string Quoted(int start)
    {
        var end = start;
        while (end < Text.Length && Text[end] is not ('\n' or '\r'))
            end++;

        return $"'{Excerpt.Of(Text.Substring(start, end - start))}'";
    }
}
