namespace ScalingSdk.Models.Files;

/// <summary>The variables of a shell script: <c>HIDDEN=4096</c>, read by <c>$HIDDEN</c>, <c>${HIDDEN}</c> or <c>${HIDDEN:-4096}</c>.</summary>
/// <remarks>One that is given two values (by the branches of a condition) or is computed has none here: nothing is guessed.</remarks>
internal sealed class ShellVariables
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    public ShellVariables(string script)
    {
        foreach (var word in script.Split([' ', '\t', '\r', '\n', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=');
            if (equals <= 0 || !word.Take(equals).All(static letter => char.IsLetterOrDigit(letter) || letter == '_') || char.IsDigit(word[0]))
                continue;
            var (name, value) = (word.Substring(0, equals), word.Substring(equals + 1).Trim('"', '\''));
            if (_values.TryGetValue(name, out var other) && !string.Equals(other, value, StringComparison.Ordinal))
                _values[name] = null;
            else
                _values[name] = value;
        }
    }

    /// <summary>The text without what stands behind a '#'.</summary>
    public static string WithoutComments(string script) => string.Join("\n", script.Split('\n').Select(static line =>
    {
        for (var at = line.IndexOf('#'); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (at == 0 || char.IsWhiteSpace(line[at - 1]))
                return line.Substring(0, at);
        }

        return line;
    }));

    /// <summary>What a word stands for; the word itself where that is not known.</summary>
    public string Expand(string word)
    {
        // A variable may name another; a script that goes round in circles ends too.
        for (var depth = 0; depth < 8; depth++)
        {
            if (word.Length < 2 || word[0] != '$')
                return word;
            var name = word.Substring(1).Trim('{', '}');
            var mark = name.IndexOf(":-", StringComparison.Ordinal);
            var fallback = mark < 0 ? null : name.Substring(mark + 2);
            if (mark >= 0)
                name = name.Substring(0, mark);
            // NAME=${NAME:-32} is its own default.
            if (!_values.TryGetValue(name, out var value) || string.Equals(value, word, StringComparison.Ordinal))
                value = _values.ContainsKey(name) || fallback is not null ? fallback : null;
            if (value is null)
                return word;
            word = value;
        }

        return word;
    }
}
