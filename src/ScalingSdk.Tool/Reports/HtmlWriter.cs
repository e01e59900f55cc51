using System.Text;
using System.Xml;
using ScalingSdk.Charts;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Reports;

/// <summary>Writes a page: every text goes through the writer of XML, so that none of it becomes markup.</summary>
internal sealed class HtmlWriter
{
    private const double Narrow = 360;
    private readonly StringBuilder _text = new("<!doctype html>\n");
    private readonly XmlWriter _html;
    private readonly ChartOptions _charts;
    private int _figure;

    public HtmlWriter(string title, ChartOptions charts)
    {
        _charts = charts;
        _html = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None });
        Start("html", ("lang", "en"));
        Start("head");
        Empty("meta", ("charset", "utf-8"));
        Empty("meta", ("name", "viewport"), ("content", "width=device-width,initial-scale=1"));
        Empty("meta", ("name", "color-scheme"), ("content", charts.Theme switch { ChartTheme.Auto => "light dark", ChartTheme.Dark => "dark", _ => "light" }));
        Empty("link", ("rel", "icon"), ("href", "data:,"));
        Element("title", title);
        Start("style");
        _html.WriteRaw(ReportStyle.Of(charts.Theme));
        End();
        End();
        Start("body");
        Start("main");
    }

    /// <summary>The page, ended.</summary>
    public string Close()
    {
        Element("footer", $"Made by scaling {ToolVersion.Text}. Every number names its law; predicted losses of two laws are never compared.");
        for (var open = 0; open < 3; open++)
            End();
        _html.Flush();
        return _text.Append('\n').ToString();
    }

    public void Start(string element, params (string Name, string Value)[] attributes)
    {
        if (element is not ("span" or "a" or "strong" or "small" or "th" or "td" or "html"))
            _html.WriteWhitespace("\n");
        _html.WriteStartElement(element);
        foreach (var (name, value) in attributes)
            _html.WriteAttributeString(name, Shown(value));
    }

    // Never <td/>: a browser takes that for a start.
    public void End() => _html.WriteFullEndElement();

    public void Text(string text) => _html.WriteString(Shown(text));

    public void Element(string element, string text, params (string Name, string Value)[] attributes)
    {
        Start(element, attributes);
        Text(text);
        End();
    }

    public void Section(string title, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, string note)
    {
        Open(title);
        Start("div", ("class", "wide"));
        HtmlTable.Write(this, headers, [.. rows]);
        End();
        if (note.Length > 0)
            Element("p", note, ("class", "described"));
        End();
    }

    public void List(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        Open(title);
        Start("ul");
        foreach (var line in lines)
            Element("li", line);
        End();
        End();
    }

    /// <summary>A chart, laid out for a page and for a telephone; the style sheet shows one of both.</summary>
    public void Figure(Chart chart)
    {
        var id = "f" + NumberText.Grouped(++_figure);
        Start("figure");
        Element("figcaption", chart.Title);
        foreach (var (kind, width) in new[] { ("at-wide", _charts.Width), ("at-narrow", Narrow) })
        {
            Start("div", ("class", kind));
            _html.WriteRaw("\n" + ChartSvg.Of(chart, _charts with { Width = width, Embedded = true, Ids = $"{id}-{kind}" }));
            End();
        }

        Element("p", chart.Description, ("class", "described"));
        End();
    }

    private void Open(string title)
    {
        Start("details", ("open", ""));
        Element("summary", title);
    }

    private void Empty(string element, params (string Name, string Value)[] attributes)
    {
        Start(element, attributes);
        _html.WriteEndElement();
    }

    private static string Shown(string text) => ShownText.Of(text);
}
