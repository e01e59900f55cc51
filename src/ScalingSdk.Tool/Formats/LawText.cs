using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>Laws as people read them.</summary>
internal static class LawText
{
    public static void Write(IReadOnlyList<LawInfo> laws, Terminal terminal)
    {
        var page = new Page(terminal);
        page.Table(["law", "answers", "observed"], laws.Select(static law => (IReadOnlyList<string>)
            [law.Id, string.Join(", ", law.Answers()) + (law.Experimental ? " (experimental)" : ""), law.Observed()]));
        page.Blank();
        page.Line("scaling laws <law> shows its equations, constants, range and caveats");
    }

    public static void Write(LawInfo law, Terminal terminal)
    {
        var page = new Page(terminal);
        page.Heading(law.Id);
        page.Line(law.Paper + (law.ArXiv is { } number ? $" (arXiv {number})" : ""));
        page.Blank();
        page.Fact("Answers", string.Join(", ", law.Answers()));
        page.Fact("Counts", law.Parameters == ParameterConvention.None ? law.Counts() : "N: " + law.Counts());
        page.Fact("Constants", law.ConstantSet);
        foreach (var (axis, bounds, unit) in law.Ranges())
            page.Fact("Observed", $"{axis} {bounds.Text()} {unit}");
        if (law.Experimental)
            page.Fact("Care", "experimental: the authors or the evidence ask for care");
        Lines(page, "Equations", [.. law.Equations.Select(static equation => equation.ToString())]);
        Lines(page, "Facts", law.Facts);
        Lines(page, "Caveats", law.Caveats);
        if (LawPages.Page(law.Id) is not null)
        {
            page.Blank();
            page.Line($"'scaling explain {law.Id}' shows its page: from what runs, tables of the paper, when not to use it");
        }
    }

    private static void Lines(Page page, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        page.Blank();
        page.Heading(title);
        foreach (var line in lines)
            page.Fact("", line, labelWidth: 4);
    }
}
