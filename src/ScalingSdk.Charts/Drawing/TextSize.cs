using System.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>How much room a text takes, at most: who draws it has another font than who measures it.</summary>
/// <remarks>
/// The widths of the characters from the blank to the tilde in thousandths of the size: the wider of DejaVu Sans and Liberation Sans (which
/// has the widths of Arial and Helvetica), as a browser measures them.
/// </remarks>
internal static class TextSize
{
    /// <summary>The size of all text but titles.</summary>
    public const double Small = 12;

    public const double Title = 15;

    /// <summary>From one line to the next.</summary>
    public const double Line = 16;

    /// <summary>Families whose letters are about as wide as those that were measured, the best known first.</summary>
    public const string Families = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    private const int Other = 1000;

    private static readonly short[] Regular =
    [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
        637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723, 771, 667,
        611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732, 685, 989, 686,
        667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
        278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
    ];

    private static readonly short[] Bold =
    [
        349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696,
        696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 763, 734, 831, 684,
        684, 821, 837, 373, 557, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771,
        725, 726, 458, 366, 458, 838, 557, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666,
        343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
    ];

    public static double Width(string text, double size = Small, bool bold = false)
    {
        var widths = bold ? Bold : Regular;
        var sum = 0;
        foreach (var letter in text)
            sum += letter is >= ' ' and <= '~' ? widths[letter - ' '] : Other;
        return sum * size / 1000;
    }

    /// <summary>The room of a text at its spot.</summary>
    public static Box Box(Spot at, string text, Anchor anchor, double size = Small, bool bold = false)
    {
        var width = Width(text, size, bold);
        var left = anchor switch { Anchor.Start => at.X, Anchor.End => at.X - width, _ => at.X - (width / 2) };
        return new(left, at.Y - (0.96 * size), left + width, at.Y + (0.27 * size));
    }

    /// <summary>The text in lines of at most a width, broken at blanks.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size = Small, bool bold = false)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width(line + " " + word, size, bold) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return [.. lines.Select(one => Shortened(one, width, size, bold))];
    }

    /// <summary>The text, or as much of its start as a width holds.</summary>
    public static string Shortened(string text, double width, double size = Small, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;
        var kept = text.Length;
        while (kept > 0 && Width(text[..kept] + "\u2026", size, bold) > width)
            kept -= kept > 1 && char.IsLowSurrogate(text[kept - 1]) ? 2 : 1;
        return text[..kept].TrimEnd() + "\u2026";
    }
}
