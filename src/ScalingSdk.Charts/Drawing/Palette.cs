namespace ScalingSdk.Charts.Drawing;

/// <summary>The colours of each theme. Text keeps a contrast of 4.5 to the paper, lines one of 3.</summary>
internal static class Palette
{
    private static readonly string[] Light = ["#ffffff", "#1c2024", "#596066", "#e4e7ea", "#1f6feb", "#b35900", "#1a7f37", "#8250df", "#0e7c86", "#cf222e"];
    private static readonly string[] Dark = ["#14171a", "#e8eaed", "#a5adb5", "#2c3136", "#6cb0ff", "#f0a050", "#56c271", "#c297ff", "#4fc3cf", "#ff7b72"];
    private static readonly string[] Print = ["#ffffff", "#000000", "#333333", "#d0d0d0", "#000000", "#555555", "#000000", "#555555", "#000000", "#000000"];

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public static string Of(Ink ink, ChartTheme theme) => All(theme)[(int)ink];

    /// <summary>The colour of the curve at a place in the legend.</summary>
    public static Ink OfCurve(int index) => Ink.First + (index % (Ink.Own - Ink.First));

    private static string[] All(ChartTheme theme) => theme switch
    {
        ChartTheme.Dark => Dark,
        ChartTheme.Print => Print,
        _ => Light,
    };
}
