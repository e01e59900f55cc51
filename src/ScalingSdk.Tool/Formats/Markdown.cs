using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Formats;

/// <summary>Tables of GitHub's Markdown.</summary>
internal static class Markdown
{
    public static void Table(StringBuilder text, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, params int[] right)
    {
        Row(text, headers.Select(Cell));
        Row(text, headers.Select((_, index) => right.Contains(index) ? "---:" : "---"));
        foreach (var row in rows)
            Row(text, row.Select(Cell));
    }

    /// <summary>Text that cannot end its cell, start a tag or a mark.</summary>
    public static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (var c in OutsideText.Neutral(text.ReplaceLineEndings(" ")))
        {
            if (c is '|' or '<' or '>' or '*' or '`' or '[' or ']' or '\\' or '_' or '~')
                cell.Append('\\').Append(c);
            else
                cell.Append(c);
        }

        return cell.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
