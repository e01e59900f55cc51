using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests;

/// <summary>What fits an uncoloured screen is written without a layout: it must look as if it had one.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void Page_WithoutColour_LooksAsWithIt(int width)
    {
        var (plain, coloured) = (Written(width, color: false), Written(width, color: true));
        Assert.True(string.Equals(Escapes.Remove(coloured), plain, StringComparison.Ordinal),
            $"PlainText lays a page out unlike Spectre.Console: change it, or let it take fewer pages. With colour:\n{coloured}\nwithout:\n{plain}");
    }

    private static string Written(int width, bool color)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(static () => Stream.Null, text, TextWriter.Null) { Width = width, Color = color };
        var page = new Page(terminal);
        page.Heading("A heading · of this run");
        page.Line("  an indented line, with two  blanks  inside");
        page.Line("");
        page.Line("a line that is longer than the narrowest screen and wraps there");
        page.Fact("label", "a fact");
        page.Fact("", "a fact without a label", labelWidth: 2);
        page.Fact("label", "a fact that is too long for one line of a narrow screen, so that it wraps");
        page.Blank();
        page.Table(["name", "number", "note"], [["one", "1", ""], ["a longer name", "1,234", "a note"]], right: [1]);
        page.Table(["", ""], [["without", "12"], ["headers", "3"]], right: [1]);
        page.Table(["a wide one", "", ""], [["a cell that is long", "another cell that is long", "a third cell that is longer than that"]], right: []);
        page.Table(["µ", "signs"], [["λ", "…"]]);
        terminal.Flush();
        return text.ToString();
    }
}
