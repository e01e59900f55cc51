using System.Text;
using System.Xml;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Drawing;

/// <summary>Writes a picture as SVG. Colours are attributes, which every program shows; a style sheet makes them dark where a page asks for it.</summary>
internal sealed class SvgText
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private readonly XmlWriter _svg;
    private readonly Scene _scene;
    private readonly ChartTheme _theme;

    private SvgText(XmlWriter svg, Scene scene) => (_svg, _scene, _theme) = (svg, scene, scene.Options.Theme);

    public static string Write(Scene scene, string ids)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
            new SvgText(writer, scene).Write(ids);
        return text.Append('\n').ToString();
    }

    private void Write(string ids)
    {
        _svg.WriteStartElement("svg", Namespace);
        Attribute("class", "chart");
        Attribute("role", "img");
        Attribute("viewBox", $"0 0 {Number(_scene.Width)} {Number(_scene.Height)}");
        if (!_scene.Options.Embedded)
        {
            Attribute("width", Number(_scene.Width));
            Attribute("height", Number(_scene.Height));
        }

        Attribute("font-family", TextSize.Families);
        Attribute("aria-labelledby", $"{ids}-title {ids}-desc");
        Described("title", ids, _scene.Title);
        Described("desc", ids, _scene.Description);
        if (!_scene.Options.Embedded && _theme == ChartTheme.Auto)
        {
            Break();
            _svg.WriteElementString("style", Namespace, ChartStyle.Dark);
        }

        foreach (var shape in _scene.Shapes)
            Draw(shape);
        Break();
        _svg.WriteEndElement();
    }

    private void Draw(Shape shape)
    {
        Break();
        switch (shape)
        {
            case LineShape line:
                Start("line", shape);
                Place("x1", line.From.X, "y1", line.From.Y);
                Place("x2", line.To.X, "y2", line.To.Y);
                break;
            case CircleShape circle:
                Start("circle", shape);
                Place("cx", circle.Center.X, "cy", circle.Center.Y);
                Attribute("r", Number(circle.Radius));
                break;
            case RectangleShape rectangle:
                Start("rect", shape);
                Place("x", rectangle.Box.Left, "y", rectangle.Box.Top);
                Place("width", rectangle.Box.Right - rectangle.Box.Left, "height", rectangle.Box.Bottom - rectangle.Box.Top);
                break;
            case PathShape path:
                Start("path", shape);
                Attribute("d", string.Concat(path.Strokes.Select(Stroke)));
                break;
            case TextShape text:
                Text(text);
                break;
        }

        if (shape.Tip.Length > 0)
            _svg.WriteElementString("title", Namespace, ShownText.Of(shape.Tip));
        _svg.WriteEndElement();
    }

    private void Start(string element, Shape shape)
    {
        var look = shape.Look;
        _svg.WriteStartElement(element, Namespace);
        Attribute("class", shape.Kind + (look.Fill is { } fill ? " " + ChartStyle.Fill(fill) : "") + (look.Stroke is { } stroke ? " " + ChartStyle.Line(stroke) : ""));
        Attribute("fill", look.Fill is { } inside ? Palette.Of(inside, _theme) : "none");
        if (look.Opacity < 1)
            Attribute("fill-opacity", Number(look.Opacity, 2));
        if (look.Stroke is not { } line)
            return;
        Attribute("stroke", Palette.Of(line, _theme));
        if (look.Width != 1)
            Attribute("stroke-width", Number(look.Width));
        if (look.Dashes.Count > 0)
            Attribute("stroke-dasharray", string.Join(' ', look.Dashes.Select(static length => Number(length))));
    }

    private void Text(TextShape text)
    {
        Start("text", text);
        if (text.Upward)
            Attribute("transform", $"translate({Number(text.At.X)} {Number(text.At.Y)}) rotate(-90)");
        else
            Place("x", text.At.X, "y", text.At.Y);
        Attribute("font-size", Number(text.Size));
        if (text.Bold)
            Attribute("font-weight", "bold");
        if (text.Anchor != Anchor.Start)
            Attribute("text-anchor", text.Anchor == Anchor.Middle ? "middle" : "end");
        _svg.WriteString(ShownText.Of(text.Text));
    }

    private void Described(string element, string ids, string text)
    {
        Break();
        _svg.WriteStartElement(element, Namespace);
        Attribute("id", $"{ids}-{element}");
        _svg.WriteString(ShownText.Of(text));
        _svg.WriteEndElement();
    }

    private void Break() => _svg.WriteWhitespace("\n");

    private void Attribute(string name, string value) => _svg.WriteAttributeString(name, value);

    private void Place(string x, double across, string y, double down)
    {
        Attribute(x, Number(across));
        Attribute(y, Number(down));
    }

    private static string Stroke(Stroke stroke) => stroke.Command switch
    {
        'Z' => "Z",
        'C' => $"C{Spot(stroke.First)} {Spot(stroke.Second)} {Spot(stroke.To)}",
        var command => $"{command}{Spot(stroke.To)}",
    };

    private static string Spot(Spot spot) => $"{Number(spot.X)},{Number(spot.Y)}";

    private static string Number(double value, int digits = 1) => NumberText.Round(Math.Round(value, digits));
}
