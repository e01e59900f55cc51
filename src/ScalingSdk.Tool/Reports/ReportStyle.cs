using System.Text;
using ScalingSdk.Charts.Drawing;

namespace ScalingSdk.Tool.Reports;

/// <summary>How the page looks: the colours are those of its charts.</summary>
internal static class ReportStyle
{
    private const string Css =
        "*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--text);font:16px/1.5 system-ui,sans-serif}"
        + "main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}h1,h2{line-height:1.2;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}"
        + "article+article{border-top:2px solid var(--grid);margin-top:3rem}a{color:inherit}nav ul{padding-left:1.2rem}"
        + ".summary,.described,footer,small{color:var(--soft)}.described{font-size:.875rem;margin:.25rem 0 0}footer{margin-top:3rem;font-size:.875rem}"
        + ".finding{border-left:4px solid var(--soft);padding:.5rem .75rem;margin:.5rem 0;background:var(--tint)}"
        + ".details{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .75rem;margin:.25rem 0 1rem .9rem}.details dt{color:var(--soft)}.details dd{margin:0}"
        + ".finding.warning{border-color:var(--second)}.finding.error{border-color:var(--own)}.finding.none{border-color:var(--third)}"
        + "figure{margin:2rem 0;break-inside:avoid}figcaption{font-weight:600;margin-bottom:.25rem}figure svg{width:100%;height:auto;display:block}"
        + ".at-narrow{display:none}@media screen and (max-width:600px){.at-narrow{display:block}.at-wide{display:none}}"
        + "details{margin:1.5rem 0}summary{font-weight:600;cursor:pointer}.wide{overflow-x:auto}"
        + "table{border-collapse:collapse;width:100%;font-size:.875rem;margin-top:.5rem}th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--grid);vertical-align:top}"
        + "th[scope=row]{font-weight:400}.number{text-align:right;font-variant-numeric:tabular-nums}tr{break-inside:avoid}"
        + "@media print{main{max-width:none;padding:0}a{text-decoration:none}}";

    /// <summary>The style sheet of a page.</summary>
    public static string Of(ChartTheme theme) => theme == ChartTheme.Auto
        ? $":root{{{Colours(ChartTheme.Light)}}}@media screen and (prefers-color-scheme:dark){{:root{{{Colours(ChartTheme.Dark)}}}}}{ChartStyle.Dark}{Css}"
        : $":root{{{Colours(theme)}}}{Css}";

    private static string Colours(ChartTheme theme)
    {
        var colours = new StringBuilder();
        foreach (var ink in Enum.GetValues<Ink>())
            colours.Append($"--{ink.ToString().ToLowerInvariant()}:{Palette.Of(ink, theme)};");
        return colours.Append($"--tint:{Palette.Of(Ink.First, theme)}1f;").ToString();
    }
}
