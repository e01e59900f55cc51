using Spectre.Console.Rendering;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Takes the blanks from the ends of lines: they break diffs, copies and narrow windows.</summary>
internal sealed class TrimmedLines(IRenderable content) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var blanks = new List<Segment>();
        foreach (var segment in content.Render(options, maxWidth))
        {
            if (segment.IsLineBreak)
            {
                blanks.Clear();
                yield return segment;
                continue;
            }

            if (string.IsNullOrWhiteSpace(segment.Text) && !segment.IsControlCode)
            {
                blanks.Add(segment);
                continue;
            }

            foreach (var blank in blanks)
                yield return blank;
            blanks.Clear();
            var text = segment.Text.TrimEnd(' ');
            yield return new Segment(text, segment.Style);
            if (text.Length < segment.Text.Length)
                blanks.Add(new Segment(segment.Text[text.Length..], segment.Style));
        }
    }
}
