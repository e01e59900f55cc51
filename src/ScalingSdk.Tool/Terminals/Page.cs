using ScalingSdk.Text;
using Spectre.Console;
using Prose = Spectre.Console.Text;

namespace ScalingSdk.Tool.Terminals;

/// <summary>Lays out text for people: headings, facts with a label, tables without lines, all within the width of the screen.</summary>
internal sealed class Page(Terminal terminal) : IPage
{
    private readonly PlainText? _plain = terminal.Color ? null : new(terminal.Out, terminal.Width);
    private bool _written;
    private const int Wide = 80;

    /// <summary>Columns between two cells.</summary>
    public const int Gap = 2;

    /// <summary>The columns of the screen.</summary>
    public int Width => terminal.Width;

    public void Heading(string text)
    {
        if (!IsPlain(OutsideText.Neutral(text)))
            Write(Neutral(text, new Style(decoration: Decoration.Bold)));
    }

    public void Line(string text, Style? style = null)
    {
        if (!IsPlain(OutsideText.Neutral(text)))
            Write(Neutral(text, style));
    }

    public void Blank()
    {
        if (_written)
            terminal.Out.Write("\n");
    }

    void IPage.Line(string text) => Line(text);

    void IPage.Fact(string label, string text) => Fact(label, text);

    /// <summary>A short label and text that wraps beside it.</summary>
    public void Fact(string label, string text, Style? labelStyle = null, int labelWidth = 11)
    {
        if (label.Length <= labelWidth - 2 && IsPlain(OutsideText.Neutral(label).PadRight(labelWidth) + OutsideText.Neutral(text)))
            return;
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { Width = labelWidth - 2, NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = terminal.Width - labelWidth, Padding = new Padding(0) });
        grid.AddRow(Neutral(label, labelStyle), Neutral(text));
        Write(grid);
    }

    /// <summary>A table; the columns that <paramref name="right"/> numbers are set to the right, those of <paramref name="whole"/> keep their lines.</summary>
    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, int[]? right = null, int[]? whole = null)
    {
        right ??= [];
        IReadOnlyList<IReadOnlyList<string>> cells = [.. rows.Select(static row => (IReadOnlyList<string>)[.. row.Select(OutsideText.NeutralLines)])];
        var headed = headers.Any(static header => header.Length > 0);
        if (cells.Count > 0 && _plain?.TryTable([.. headed ? [headers] : Array.Empty<IReadOnlyList<string>>(), .. cells], right, Gap, Gap) == true)
        {
            _written = true;
            return;
        }

        LayOut(headers, cells, headed, right, whole);
    }

    private void LayOut(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, bool headed, int[] right, int[]? whole)
    {
        whole = terminal.Width >= Wide ? whole ?? [] : [];
        var table = new Table { Border = TableBorder.None, ShowHeaders = headed };
        for (var i = 0; i < headers.Count; i++)
        {
            table.AddColumn(new TableColumn(Neutral(headers[i], new Style(decoration: Decoration.Dim)))
            {
                Alignment = right.Contains(i) ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, i == headers.Count - 1 ? 0 : Gap, 0),
                NoWrap = right.Contains(i) || whole.Contains(i),
            });
        }

        foreach (var row in rows)
            table.AddRow(row.Select(static cell => Neutral(cell)));
        Write(new Padder(table, new Padding(Gap, 0, 0, 0)));
    }

    /// <summary>Whether a table of these rows fits without a cell being wrapped.</summary>
    public bool Holds(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows[0].Count;
        var widths = Enumerable.Range(0, columns).Sum(column => rows.Max(row => row[column].Split('\n').Max(static line => line.Length)));
        return widths + (Gap * columns) <= terminal.Width;
    }

    private static Prose Neutral(string text, Style? style = null) => new(OutsideText.NeutralLines(text), style);

    // True where the text was written as it is.
    private bool IsPlain(string text)
    {
        if (_plain?.TryLine(text) != true)
            return false;
        return _written = true;
    }

    private void Write(Spectre.Console.Rendering.IRenderable content)
    {
        terminal.Screen.Write(new TrimmedLines(content));
        if (content is Prose)
            terminal.Screen.WriteLine();
        _written = true;
    }
}
