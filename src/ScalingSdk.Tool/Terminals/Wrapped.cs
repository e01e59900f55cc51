namespace ScalingSdk.Tool.Terminals;

/// <summary>Text as lines of a width. It breaks at spaces, and never between the ends of an interval or a number and its percent sign.</summary>
internal static class Wrapped
{
    private const char Tie = '\u00a0';

    /// <summary>The lines; those after the first start with <paramref name="indent"/> spaces.</summary>
    public static IReadOnlyList<string> Lines(string text, int width, int indent = 0)
    {
        var lines = new List<string>();
        var body = text.TrimStart(' ');
        var (line, start) = (text[..^body.Length], text.Length - body.Length);
        foreach (var word in Tied(body).Split(' '))
        {
            if (line.Length > start && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                (line, start) = (new string(' ', indent), indent);
            }

            line += line.Length == start ? word : " " + word;
        }

        lines.Add(line);
        return [.. lines.Select(static done => done.Replace(Tie, ' '))];
    }

    private static string Tied(string text) => text
        .Replace(" .. ", $"{Tie}..{Tie}", StringComparison.Ordinal)
        .Replace(" %", $"{Tie}%", StringComparison.Ordinal);
}
