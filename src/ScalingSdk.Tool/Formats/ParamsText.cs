using ScalingSdk.Models;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>The counts of a model as people read them.</summary>
internal static class ParamsText
{
    public static void Write(ModelReport report, Terminal terminal)
    {
        var (page, model) = (new Page(terminal), report.Model);
        page.Heading($"{report.Name} ({model.Architecture}): {NumberText.Compact(model.Parameters.Total)} parameters");
        page.Line(Shape(model));
        foreach (var note in model.Notes)
            page.Fact("", "assumed: " + note, labelWidth: 2);
        if (report.Verification is { } verification)
            page.Fact("", verification, labelWidth: 2);
        page.Blank();
        page.Table(["parameters", ""], report.Counts.Select(static row => (IReadOnlyList<string>)[row.Title, NumberText.Grouped(row.Count)]), right: [1]);
        page.Blank();
        page.Table(["component", "layers", "parameters", "of total"], report.Components.Select(row => (IReadOnlyList<string>)
        [
            row.Name,
            row.Layers > 0 && !report.EveryLayer ? NumberText.Grouped(row.Layers) : "",
            NumberText.Grouped(row.Count),
            NumberText.Percent((double)row.Count / model.Parameters.Total),
        ]), right: [1, 2, 3]);
        page.Blank();
        page.Table([$"training FLOPs of a token ({NumberText.Grouped(report.Sequence.Tokens)} in a sequence)", "", "source"], report.Flops.Where(static row => row.Flops is not null).Select(row => (IReadOnlyList<string>)
        [
            row.Convention.NameFor(model),
            NumberText.Scientific((double)row.Flops!.Value, 4),
            row.Convention.Source,
        ]), right: [1]);
        foreach (var refused in report.Uncounted)
            page.Fact("", refused, labelWidth: 2);
        if (report.Sequence.Assumption is { } assumption)
            page.Fact("", "assumed: " + assumption, labelWidth: 2);
        page.Blank();
        page.Table(["memory, Adam in mixed precision", ""], report.MemoryParts.Select(static row => (IReadOnlyList<string>)[row.Title, row.Size.ToString()]), right: [1]);
        if (report.Memory.ActivationsAreEstimated)
            page.Line("  activations: an estimate; the published formula is for GPT's shape alone");
    }

    /// <summary>The dimensions in one line.</summary>
    public static string Shape(ModelDescription model)
    {
        var parts = new List<string>
        {
            $"{NumberText.Grouped(model.Layers)} layers",
            $"hidden {NumberText.Grouped(model.HiddenSize)}",
            model.KeyValueHeads == model.AttentionHeads
                ? model.AttentionHeads == 0 ? "no attention" : $"{NumberText.Grouped(model.AttentionHeads)} heads"
                : $"{NumberText.Grouped(model.AttentionHeads)} heads ({NumberText.Grouped(model.KeyValueHeads)} key-value)",
            model.IntermediateSize == 0 ? "no feed-forward" : $"feed-forward {NumberText.Grouped(model.IntermediateSize)}",
            $"vocabulary {NumberText.Grouped(model.VocabularySize)}",
        };
        if (model.IsRouted)
            parts.Add($"{NumberText.Grouped(model.Experts)} experts, {NumberText.Grouped(model.ActiveExperts)} used");
        return string.Join(" · ", parts);
    }
}
