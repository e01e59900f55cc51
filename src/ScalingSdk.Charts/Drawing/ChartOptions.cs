namespace ScalingSdk.Charts.Drawing;

/// <summary>For what a picture is coloured.</summary>
internal enum ChartTheme
{
    /// <summary>Light, and dark where the reader prefers it.</summary>
    Auto,
    Light,
    Dark,

    /// <summary>Ink on white paper, told apart without colour.</summary>
    Print,
}

/// <summary>How a chart is drawn.</summary>
/// <param name="Width">Pixels from side to side; the text keeps its size.</param>
/// <param name="Theme">Its colours.</param>
internal sealed record ChartOptions(double Width = 720, ChartTheme Theme = ChartTheme.Auto);
