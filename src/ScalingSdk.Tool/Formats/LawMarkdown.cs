using System.Text;
using ScalingSdk.Laws;

namespace ScalingSdk.Tool.Formats;

/// <summary>Laws as Markdown.</summary>
internal static class LawMarkdown
{
    public static string Write(IReadOnlyList<LawInfo> laws)
    {
        var text = new StringBuilder();
        if (laws.Count > 1)
        {
            Markdown.Table(text, ["law", "answers", "observed", "paper"], laws.Select(static law => (IReadOnlyList<string>)
                [law.Id, string.Join(", ", law.Answers()), law.Observed(), law.Paper]));
            return text.ToString();
        }

        var law = laws[0];
        text.Append("## ").Append(law.Id).Append("\n\n").Append(Markdown.Cell(law.Paper)).Append("\n\n");
        foreach (var equation in law.Equations)
            text.Append("    ").Append(equation).Append('\n');
        text.Append('\n');
        foreach (var line in law.Facts.Concat(law.Caveats))
            text.Append("- ").Append(Markdown.Cell(line)).Append('\n');
        return text.ToString();
    }
}
