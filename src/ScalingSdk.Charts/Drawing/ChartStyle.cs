using System.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>The style sheet that makes a picture dark. Without it, the colours are those of its attributes, which every program shows.</summary>
internal static class ChartStyle
{
    /// <summary>The rules for a page whose reader prefers dark; a page has them once.</summary>
    public static string Dark { get; } = "@media screen and (prefers-color-scheme:dark){" + Rules(ChartTheme.Dark) + "}";

    /// <summary>The class of what is filled with a colour.</summary>
    public static string Fill(Ink ink) => "fill-" + Name(ink);

    /// <summary>The class of what is drawn with a colour.</summary>
    public static string Line(Ink ink) => "line-" + Name(ink);

    /// <summary>The rules alone, for a page that knows what its reader prefers.</summary>
    public static string Rules(ChartTheme theme)
    {
        var rules = new StringBuilder();
        foreach (var ink in Enum.GetValues<Ink>())
            rules.Append($".chart .{Fill(ink)}{{fill:{Palette.Of(ink, theme)}}}.chart .{Line(ink)}{{stroke:{Palette.Of(ink, theme)}}}");
        return rules.ToString();
    }

    private static string Name(Ink ink) => ink.ToString().ToLowerInvariant();
}
