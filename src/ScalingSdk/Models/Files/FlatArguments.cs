namespace ScalingSdk.Models.Files;

/// <summary>The keys and values of a trainer's file, whatever they stand below: a shell script's <c>--key value</c>, YAML's <c>key: value</c>.</summary>
/// <remarks>Names have dashes here, as on a command line; an option without a value has an empty one, one with two values both.</remarks>
internal static class FlatArguments
{
    public static Dictionary<string, string> Read(string text)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text.Contains("--num-layers"))
        {
            var script = ShellVariables.WithoutComments(text);
            var variables = new ShellVariables(script);
            var words = script.Split([' ', '\t', '\r', '\n', '\\', '(', ')', '"', '\'', '='], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                if (!words[i].StartsWith("--", StringComparison.Ordinal))
                    continue;
                var name = words[i].Substring(2);
                var value = i + 1 < words.Length && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? variables.Expand(words[i + 1]) : "";
                // Branches of a condition: which of them runs is not known.
                arguments[name] = arguments.TryGetValue(name, out var other) && !string.Equals(other, value, StringComparison.Ordinal) ? $"{other} or {value}" : value;
            }

            return arguments;
        }

        foreach (var line in Lines(text))
        {
            var colon = line.IndexOf(':');
            if (colon <= 0)
                continue;
            var value = line.Substring(colon + 1).Split('#')[0].Trim().TrimEnd(',').Trim();
            if (value.Length > 0)
                arguments[line.Substring(0, colon).Trim().Trim('{').Trim().Trim('"').TrimStart('-').Trim().Replace('_', '-')] = value.Trim('"', '\'');
        }

        return arguments;
    }

    // GPT-NeoX writes YAML with braces and commas, several keys a line.
    private static string[] Lines(string text) => text.TrimStart().StartsWith("{", StringComparison.Ordinal)
        ? text.Trim().Trim('{', '}').Split('\n', ',')
        : text.Split('\n');
}
