using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Formats;

/// <summary>The counts of a model as Markdown.</summary>
internal static class ParamsMarkdown
{
    public static string Write(ModelReport report)
    {
        var text = new StringBuilder($"**{Markdown.Cell(report.Name)}** ({Markdown.Cell(report.Model.Architecture)})\n\n");
        Markdown.Table(text, ["parameters", "count"], report.Counts.Select(static row => (IReadOnlyList<string>)[row.Title, NumberText.Grouped(row.Count)]), 1);
        text.Append('\n');
        Markdown.Table(text, ["component", "parameters", "active"], report.Components.Select(static row => (IReadOnlyList<string>)
            [row.Name, NumberText.Grouped(row.Count), NumberText.Grouped(row.Active)]), 1, 2);
        text.Append('\n');
        Markdown.Table(text, ["training FLOPs of a token", "count", "source"], report.Flops.Where(static row => row.Flops is not null).Select(row => (IReadOnlyList<string>)
            [row.Convention.NameFor(report.Model), NumberText.Grouped(row.Flops!.Value), row.Convention.Source]), 1);
        text.Append('\n');
        if (report.Verification is { } verification)
            text.Append("- ").Append(Markdown.Cell(verification)).Append('\n');
        foreach (var note in report.Model.Notes)
            text.Append("- ").Append(Markdown.Cell("assumed: " + note)).Append('\n');
        foreach (var refused in report.Uncounted)
            text.Append("- ").Append(Markdown.Cell(refused)).Append('\n');
        if (report.Sequence.Assumption is { } assumption)
            text.Append("- ").Append(Markdown.Cell("assumed: " + assumption)).Append('\n');
        text.Append('\n');
        Markdown.Table(text, ["memory, Adam in mixed precision", "size"], report.MemoryParts.Select(static row => (IReadOnlyList<string>)[row.Title, row.Size.ToString()]), 1);
        return text.ToString();
    }
}
