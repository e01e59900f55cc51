using ScalingSdk.Charts.Drawing;
using SkiaSharp;

namespace ScalingSdk.Tool.Charts;

/// <summary>Draws the shapes of a picture as PNG and PDF. The drawing library is loaded here and nowhere else: no other command waits for it.</summary>
internal sealed class SkiaChart
{
    private const float PointsPerPixel = 72f / PixelsPerInch;

    /// <summary>A pixel of a picture is one of a page: 96 to the inch.</summary>
    private const int PixelsPerInch = 96;

    private readonly SKCanvas _canvas;
    private readonly ChartTheme _theme;

    private SkiaChart(SKCanvas canvas, ChartTheme theme) => (_canvas, _theme) = (canvas, theme);

    public static byte[] Png(Scene scene, int dpi)
    {
        var scale = (float)dpi / PixelsPerInch;
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Ceiling(scene.Width * scale), (int)Math.Ceiling(scene.Height * scale)));
        surface.Canvas.Clear(SKColor.Parse(Palette.Of(Ink.Paper, scene.Options.Theme)));
        surface.Canvas.Scale(scale);
        new SkiaChart(surface.Canvas, scene.Options.Theme).Draw(scene);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    public static byte[] Pdf(Scene scene)
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { Title = scene.Title, Subject = scene.Description }))
        {
            var page = document.BeginPage((float)scene.Width * PointsPerPixel, (float)scene.Height * PointsPerPixel);
            page.Scale(PointsPerPixel);
            new SkiaChart(page, scene.Options.Theme).Draw(scene);
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    private void Draw(Scene scene)
    {
        foreach (var shape in scene.Shapes)
        {
            if (shape is TextShape text)
            {
                Text(text);
                continue;
            }

            if (shape.Look.Fill is { } fill)
            {
                using var paint = Paint(fill, shape.Look.Opacity);
                Outline(shape, paint);
            }

            if (shape.Look.Stroke is { } stroke)
            {
                using var paint = Paint(stroke, 1);
                using var dashes = shape.Look.Dashes.Count > 0 ? SKPathEffect.CreateDash([.. shape.Look.Dashes.Select(static length => (float)length)], 0) : null;
                (paint.Style, paint.StrokeWidth, paint.PathEffect) = (SKPaintStyle.Stroke, (float)shape.Look.Width, dashes);
                Outline(shape, paint);
            }
        }
    }

    private void Outline(Shape shape, SKPaint paint)
    {
        switch (shape)
        {
            case LineShape line:
                _canvas.DrawLine(Point(line.From), Point(line.To), paint);
                break;
            case CircleShape circle:
                _canvas.DrawCircle(Point(circle.Center), (float)circle.Radius, paint);
                break;
            case RectangleShape { Box: var box }:
                _canvas.DrawRect(new SKRect((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom), paint);
                break;
            case PathShape path:
                using (var outline = Path(path.Strokes))
                    _canvas.DrawPath(outline, paint);
                break;
        }
    }

    private void Text(TextShape text)
    {
        using var paint = Paint(text.Look.Fill ?? Ink.Text, 1);
        using var typeface = Typeface(text.Bold);
        using var font = new SKFont(typeface, (float)text.Size) { Subpixel = true };
        var align = text.Anchor switch { Anchor.Start => SKTextAlign.Left, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Center };
        _canvas.Save();
        _canvas.Translate(Point(text.At));
        if (text.Upward)
            _canvas.RotateDegrees(-90);
        _canvas.DrawText(text.Text, 0, 0, align, font, paint);
        _canvas.Restore();
    }

    private static SKTypeface Typeface(bool bold)
    {
        var style = bold ? SKFontStyle.Bold : SKFontStyle.Normal;
        foreach (var family in TextSize.Families.Split(',', StringSplitOptions.TrimEntries))
        {
            if (SKFontManager.Default.MatchFamily(family.Trim('\''), style) is { } found)
                return found;
        }

        return SKTypeface.FromFamilyName(null, style);
    }

    private static SKPath Path(IReadOnlyList<Stroke> strokes)
    {
        var path = new SKPath();
        foreach (var stroke in strokes)
        {
            switch (stroke.Command)
            {
                case 'M':
                    path.MoveTo(Point(stroke.To));
                    break;
                case 'C':
                    path.CubicTo(Point(stroke.First), Point(stroke.Second), Point(stroke.To));
                    break;
                case 'Z':
                    path.Close();
                    break;
                default:
                    path.LineTo(Point(stroke.To));
                    break;
            }
        }

        return path;
    }

    private SKPaint Paint(Ink ink, double opacity) => new()
    {
        Color = SKColor.Parse(Palette.Of(ink, _theme)).WithAlpha((byte)Math.Round(255 * opacity)),
        IsAntialias = true,
    };

    private static SKPoint Point(Spot spot) => new((float)spot.X, (float)spot.Y);
}
