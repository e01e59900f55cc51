using System.Text.RegularExpressions;

namespace ScalingSdk.Specs;

/// <summary>A file that is no JSON at all: what it is, and what to do with it.</summary>
internal static class OtherDocument
{
    private const int Looked = 256;
    private static readonly string[] Marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly Regex Toml = new(@"^(?:\[[A-Za-z_][\w.]{0,60}\]|[A-Za-z_]\w{0,60} ?= ?\S)", RegexOptions.CultureInvariant, Longest);
    private static readonly Regex Code = new(@"^(?:(?:import|from|using|def|class|let|const|var|export|return) |[A-Za-z_][\w.]{0,60}\()", RegexOptions.CultureInvariant, Longest);

    /// <summary>What the text is and what to do; null where it may be JSON with a mistake.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where reading it as JSON ended.</param>
    public static (string What, string Help)? Of(string text, int at)
    {
        if (IsMark(text, at))
            return ("the file holds the conflict marks of a merge", "keep one of the two versions, and remove the marks");
        var start = text.Substring(0, Math.Min(text.Length, Looked)).TrimStart();
        if (start.Length > 1 && start.Take(16).Count(static c => c == '\0') is var zeros && zeros > 0)
        {
            return zeros >= Math.Min(8, start.Length) / 2 && start.Replace("\0", "").All(static c => c is >= ' ' or '\t' or '\r' or '\n')
                ? ("this is UTF-16 without the mark that says so", "save the file as UTF-8")
                : Binary;
        }

        if (start.Take(16).Any(static c => c < ' ' && c is not ('\t' or '\r' or '\n' or '\f')) || start.StartsWith("GGUF", StringComparison.Ordinal))
            return Binary;
        if (start.StartsWith("<", StringComparison.Ordinal))
            return ("this is HTML or XML, and a spec is JSON", "save the raw file, or write " + YamlText.Instead);
        if (YamlText.AsJson(text) is { } json)
            return ("this is YAML, and a spec is JSON", "write " + json);
        if (Toml.IsMatch(start))
            return ("this is TOML or INI, and a spec is JSON", "write " + YamlText.Instead);
        return Code.IsMatch(start) ? ("this is code, and a spec is JSON", "write " + YamlText.Instead) : null;
    }

    private static (string What, string Help) Binary => ("this is a binary file, and a spec is JSON", "check that this is the right file");

    // Where a text with marks ends to be JSON.
    private static bool IsMark(string text, int at) => at < text.Length && (at == 0 || text[at - 1] is '\n' or '\r')
        && Marks.Any(mark => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0);
}
