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
        string? fence = null;
        foreach (var line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(block, page, fence is null ? 0 : CodeIndent);
                fence = fence is null ? line[3..] : null;
            }
            else if (fence is "text" or "")
            {
                // Messages, which the page wraps where it likes.
                if (!line.StartsWith(' '))
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
    }

    private static void Read(string line, List<string> block, Page page)
    {
        if (line.Length == 0 || line[0] is '#' or '|' || line.StartsWith("- ", StringComparison.Ordinal))
            Flush(block, page);
        if (line.StartsWith('#'))
            page.Heading(Plain(line.TrimStart('#', ' ')));
        else if (line.StartsWith('|'))
            Row(line, page);
        else if (line.Length == 0)
            page.Blank();
        else
            block.Add(line);
    }

    private static void Row(string line, Page page)
    {
        var cells = line.Trim('|', ' ').Split('|');
        if (line.Any(char.IsLetterOrDigit))
            page.Fact("  " + Plain(cells[0].Trim()), Plain(string.Join(" ", cells.Skip(1).Select(static cell => cell.Trim()))), labelWidth: 13);
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

    [GeneratedRegex(@"\*\*|`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
