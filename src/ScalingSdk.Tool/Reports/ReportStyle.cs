namespace ScalingSdk.Tool.Reports;

/// <summary>How the page looks beside its charts.</summary>
internal static class ReportStyle
{
    public const string Css =
        "*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}"
        + "main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}h1,h2{line-height:1.2;margin:1.5rem 0 .5rem}"
        + "article+article{border-top:2px solid var(--grid);margin-top:3rem}a{color:inherit}"
        + ".summary,.described,footer,small{color:var(--soft)}.described{font-size:.875rem;margin:.25rem 0 0}footer{margin-top:3rem;font-size:.875rem}"
        + ".finding{border-left:4px solid var(--soft);padding:.5rem .75rem;margin:.5rem 0;background:var(--band)}"
        + ".details{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .75rem;margin:.25rem 0 1rem .9rem}.details dt{color:var(--soft)}.details dd{margin:0}"
        + ".finding.warning{border-color:var(--c2)}.finding.error{border-color:var(--own)}.finding.none{border-color:var(--c3)}"
        + "figure{margin:2rem 0;break-inside:avoid}figcaption{font-weight:600;margin-bottom:.25rem}figure svg{width:100%;height:auto;display:block}"
        + "details{margin:1.5rem 0}summary{font-weight:600;cursor:pointer}.wide{overflow-x:auto}"
        + "table{border-collapse:collapse;width:100%;font-size:.875rem;margin-top:.5rem}th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--grid);vertical-align:top}"
        + "th[scope=row]{font-weight:400}tr{break-inside:avoid}"
        + "@media print{main{max-width:none;padding:0}a{text-decoration:none}}";
}
