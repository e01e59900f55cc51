namespace ScalingSdk.Charts.Drawing;

/// <summary>Colours and strokes: light, dark and on paper. The pairs keep a contrast of 4.5 for text and 3 for lines.</summary>
internal static class Theme
{
    private const string Light = "--paper:#fff;--ink:#1c2024;--soft:#596066;--grid:#e4e7ea;--c1:#1f6feb;--c2:#b35900;--c3:#1a7f37;--c4:#8250df;--own:#cf222e;--band:#1f6feb26;";
    private const string Dark = "--paper:#14171a;--ink:#e8eaed;--soft:#a5adb5;--grid:#2c3136;--c1:#6cb0ff;--c2:#f0a050;--c3:#56c271;--c4:#c297ff;--own:#ff7b72;--band:#6cb0ff2e;";

    public const string Chart =
        ".chart{background:var(--paper)}.paper{fill:var(--paper)}"
        + ".chart text{font:12px system-ui,sans-serif;fill:var(--ink)}.chart .tick,.chart .mark-label{fill:var(--soft)}.chart .own{font-weight:600}.chart .label,.chart .mark-label{paint-order:stroke;stroke:var(--paper);stroke-width:3px}"
        + ".grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.mark{stroke:var(--soft);stroke-dasharray:3 4}"
        + ".curve{fill:none;stroke-width:2.2}.dashed{stroke-dasharray:7 5}"
        + ".c1{stroke:var(--c1)}.c2{stroke:var(--c2)}.c3{stroke:var(--c3)}.c4{stroke:var(--c4)}"
        + ".band{fill:var(--band);stroke:none}.dot{fill:var(--soft)}.dot.own{fill:var(--own)}.chart text.own{fill:var(--own)}";

    /// <summary>The colours as variables of an element.</summary>
    public static string Variables(string selector) =>
        $"{selector}{{{Light}}}@media (prefers-color-scheme:dark){{{selector}{{{Dark}}}}}@media print{{{selector}{{{Light}}}}}";
}
