using System.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>
/// Lines and tables without colour that fit the screen: they are written as they are. What is coloured, wraps or has wide characters is
/// laid out by Spectre.Console, which a pipe so rarely has to load.
/// </summary>
internal sealed class PlainText(TextWriter output, int width)
{
    /// <summary>Writes the text as a line; false where it does not fit into one.</summary>
    public bool TryLine(string text)
    {
        if (!Fits(text, width))
            return false;
        output.Write(text.TrimEnd(' ') + "\n");
        return true;
    }

    /// <summary>Writes rows, headers first where there are any, as columns with a gap between them; false where they do not fit.</summary>
    public bool TryTable(IReadOnlyList<IReadOnlyList<string>> rows, int[] right, int indent, int gap)
    {
        var widths = new int[rows[0].Count];
        foreach (var row in rows)
        {
            if (row.Count != widths.Length)
                return false;
            for (var i = 0; i < widths.Length; i++)
            {
                if (!Fits(row[i], width))
                    return false;
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        if (indent + widths.Sum() + (gap * widths.Length) > width)
            return false;
        foreach (var row in rows)
        {
            var line = new StringBuilder().Append(' ', indent);
            for (var i = 0; i < widths.Length; i++)
                line.Append(right.Contains(i) ? row[i].PadLeft(widths[i]) : row[i].PadRight(widths[i])).Append(' ', gap);
            TryLine(line.ToString().TrimEnd(' '));
        }

        return true;
    }

    // One column a character.
    private static bool Fits(string text, int columns) => text.Length <= columns && text.All(static c => c is (>= ' ' and <= '~') or '·');
}
