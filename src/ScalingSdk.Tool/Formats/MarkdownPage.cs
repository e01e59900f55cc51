using System.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>A result as Markdown: facts are list items, everything from outside is escaped.</summary>
internal sealed class MarkdownPage : IPage
{
    private readonly StringBuilder _text = new();
    private bool _inList;

    public void Heading(string text) => Paragraph($"**{Markdown.Cell(text)}**");

    public void Line(string text) => Paragraph(Markdown.Cell(text));

    public void Blank()
    {
    }

    public void Fact(string label, string text)
    {
        Separate(list: true);
        _text.Append("- ").Append(Markdown.Cell(label.TrimStart('!', ' '))).Append(": ").Append(Markdown.Cell(text)).Append('\n');
    }

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, int[]? right = null, int[]? whole = null)
    {
        Separate(list: false);
        Markdown.Table(_text, headers, rows, right ?? []);
    }

    public override string ToString() => _text.ToString();

    private void Paragraph(string text)
    {
        Separate(list: false);
        _text.Append(text).Append('\n');
    }

    // A blank line between blocks, none between the items of a list.
    private void Separate(bool list)
    {
        if (_text.Length > 0 && !(list && _inList))
            _text.Append('\n');
        _inList = list;
    }
}
