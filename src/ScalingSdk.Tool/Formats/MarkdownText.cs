using System.Text.RegularExpressions;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>The Markdown of our own pages as people read it: paragraphs wrap, links and fences leave their text.</summary>
internal static partial class MarkdownText
{
    private const int CodeIndent = 4;

    public static void Write(string markdown, Terminal terminal)
    {
        var page = new Page(terminal);
        var block = new List<string>();
        var table = new List<string[]>();
        string? fence = null;
        var before = "";
        foreach (var line in markdown.TrimEnd('\n').Split('\n').Where(static line => !IsUnseen(line)))
        {
            if (fence is null && line.Length == 0 && before.Length == 0)
                continue;
            before = line;
            if (fence is null && line.StartsWith('|'))
            {
                Flush(block, page);
                table.Add([.. line.Trim('|', ' ').Split('|').Select(static cell => Plain(cell.Trim()))]);
                continue;
            }

            Flush(table, page);
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(block, page, fence is null ? 0 : CodeIndent);
                fence = fence is null ? line[3..] : null;
            }
            else if (fence is "text" or "")
            {
                // Messages, which the page wraps where it likes; what is below one has lines of its own.
                if (!line.StartsWith(' ') || line.StartsWith("  because  ", StringComparison.Ordinal) || line.StartsWith("  help  ", StringComparison.Ordinal))
                    Flush(block, page, CodeIndent);
                block.Add(line);
            }
            else if (fence is not null || line.StartsWith("    ", StringComparison.Ordinal))
            {
                Flush(block, page);
                terminal.Out.Write(fence is not null && line.Length > 0 ? $"    {line}\n" : line + "\n");
            }
            else
            {
                Read(line, block, page);
            }
        }

        Flush(block, page);
        Flush(table, page);
    }

    // Pictures and marks of the generator.
    private static bool IsUnseen(string line) => line.StartsWith("![", StringComparison.Ordinal) || line.StartsWith("<!--", StringComparison.Ordinal);

    private static void Read(string line, List<string> block, Page page)
    {
        if (line.Length == 0 || line[0] is '#' || line.StartsWith("- ", StringComparison.Ordinal))
            Flush(block, page);
        if (line.StartsWith('#'))
            page.Heading(Plain(line.TrimStart('#', ' ')));
        else if (line.Length == 0)
            page.Blank();
        else
            block.Add(line);
    }

    // Two columns are labels and text; the line below the headers has no letter.
    private static void Flush(List<string[]> table, Page page)
    {
        List<string[]> rows = [.. table.Where(static row => row.Any(static cell => cell.Any(char.IsLetterOrDigit)))];
        table.Clear();
        if (rows.Count == 0)
            return;
        if (rows[0].Length > 2)
        {
            page.Table(rows[0], rows.Skip(1).Where(row => row.Length == rows[0].Length));
            return;
        }

        var width = Math.Max(13, rows.Max(static row => row[0].Length) + 4);
        foreach (var row in rows)
            page.Fact("  " + row[0], string.Join(" ", row.Skip(1)), labelWidth: width);
    }

    private static void Flush(List<string> block, Page page, int indent = 0)
    {
        if (block.Count == 0)
            return;
        var text = string.Join(" ", block.Select(static line => line.Trim()));
        if (indent > 0)
            page.Fact("", text, labelWidth: indent);
        else if (text.StartsWith("- ", StringComparison.Ordinal))
            page.Fact("-", Plain(text[2..]), labelWidth: 3);
        else
            page.Line(Plain(text));
        block.Clear();
    }

    private static string Plain(string text) => Marks().Replace(Links().Replace(text, "${text}"), "");

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\*\*|`|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
