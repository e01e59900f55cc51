namespace ScalingSdk.Charts.Drawing;

/// <summary>What a picture is coloured for.</summary>
internal enum ChartTheme
{
    /// <summary>Light, and dark on the screen of a reader who prefers it.</summary>
    Auto,

    Light,

    Dark,

    /// <summary>Ink on white paper; curves are told apart without colour.</summary>
    Print,
}
