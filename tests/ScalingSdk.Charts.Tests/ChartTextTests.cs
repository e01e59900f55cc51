using System.Xml.Linq;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Tests;

/// <summary>What a picture is as text: colours that every program shows, names that stay names.</summary>
public sealed class ChartTextTests
{
    private static readonly Chart Sample = new()
    {
        Id = "sample",
        Title = "A sample",
        Description = "A line.",
        X = new Axis("x", Logarithmic: true),
        Y = new Axis("y", Logarithmic: false),
        Curves = [new Curve("one", [new(1, 1), new(10, 2), new(100, 4, Observed: false)]), new Curve("two", [new(1, 2), new(10, 3), new(100, 3.5)])],
        Dots = [new Dot("dot", 10, 2.5, Own: true)],
    };

    [Theory]
    [InlineData(nameof(ChartTheme.Auto))]
    [InlineData(nameof(ChartTheme.Light))]
    [InlineData(nameof(ChartTheme.Dark))]
    [InlineData(nameof(ChartTheme.Print))]
    public void Colours_OfEveryShape_AreAttributes(string theme)
    {
        var svg = XDocument.Parse(ChartSvg.Of(Sample, new(Theme: Enum.Parse<ChartTheme>(theme)))).Root!;

        Assert.All(svg.Elements().Where(static shape => shape.Name.LocalName is "line" or "path" or "rect" or "circle" or "text"), static shape => Assert.Contains(
            (string[])[(string?)shape.Attribute("fill") ?? "", (string?)shape.Attribute("stroke") ?? ""], static colour => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigitLower)));
        Assert.DoesNotContain("var(", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Style_StandsOnlyInAPictureThatFollowsItsReader()
    {
        Assert.Contains("prefers-color-scheme:dark", ChartSvg.Of(Sample, new()), StringComparison.Ordinal);
        Assert.DoesNotContain("<style", ChartSvg.Of(Sample, new(Theme: ChartTheme.Dark)), StringComparison.Ordinal);
        Assert.DoesNotContain("<style", ChartSvg.Of(Sample, new() { Embedded = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_TellsCurvesApartBySymbols()
    {
        Assert.Contains("class=\"symbol", ChartSvg.Of(Sample, new(Theme: ChartTheme.Print)), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"symbol", ChartSvg.Of(Sample, new()), StringComparison.Ordinal);
    }

    [Fact]
    public void Contrast_OfTextIsAboveFourAndAHalfAndOfLinesAboveThree() => Assert.All(Enum.GetValues<ChartTheme>(), static theme =>
    {
        foreach (var ink in (Ink[])[Ink.Text, Ink.Soft, Ink.Own])
            Assert.True(Contrast(ink, theme) >= 4.5, FormattableString.Invariant($"{ink} of {theme} is too faint for text: {Contrast(ink, theme)}"));
        foreach (var ink in (Ink[])[Ink.First, Ink.Second, Ink.Third, Ink.Fourth, Ink.Fifth])
            Assert.True(Contrast(ink, theme) >= 3, FormattableString.Invariant($"{ink} of {theme} is too faint for a line: {Contrast(ink, theme)}"));
    });

    [Fact]
    public void HostileNames_StayText()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\u0000\u0007\ud800\uffff]]>";
        var svg = ChartSvg.Of(Sample with { Title = Hostile, Description = Hostile, Curves = [Sample.Curves[0] with { Name = Hostile }], Dots = [new(Hostile, 10, 2.5, Own: true)], X = new(Hostile, true) }, new() { Ids = "a" });

        var read = XDocument.Parse(svg).Root!;
        Assert.DoesNotContain(read.Descendants(), static element => element.Name.LocalName is "script");
        Assert.Contains("<script>alert(1)</script>", read.Elements().First(static element => element.Name.LocalName is "title").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1400)]
    public void Width_ChangesThePictureAndNotItsText(double width)
    {
        var svg = XDocument.Parse(ChartSvg.Of(Sample, new(width))).Root!;

        Assert.StartsWith(FormattableString.Invariant($"0 0 {width} "), (string)svg.Attribute("viewBox")!, StringComparison.Ordinal);
        Assert.All(svg.Elements().Where(static shape => shape.Name.LocalName is "text"), static text => Assert.InRange((double)text.Attribute("font-size")!, 12, 15));
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(2.3, 2.5, false)]
    [InlineData(12.25, 12.3, false)]
    [InlineData(1e18, 1e26, true)]
    [InlineData(3e9, 5e10, true)]
    [InlineData(3e9, 3.1e9, true)]
    public void Ticks_OfAnyRange_AreAFewDifferentLabelsWithin(double least, double most, bool logarithmic)
    {
        var scale = new Scale(new Axis("x", logarithmic), [least, most]);
        var ticks = scale.Ticks(static ticks => ticks.Count <= 11);

        Assert.InRange(ticks.Count, 2, 11);
        Assert.All(ticks, tick => Assert.InRange(scale.At(tick.Value), -1e-6, 1 + 1e-6));
        Assert.Equal(ticks.Count, ticks.Select(static tick => tick.Label).Distinct().Count());
    }

    [Fact]
    public void Smooth_ThroughAStep_DoesNotSwingPastIt()
    {
        var strokes = Smooth.Through([new(0, 0), new(1, 0), new(2, 10), new(3, 10)]);

        Assert.All(strokes.Skip(1), static stroke => Assert.All((Spot[])[stroke.First, stroke.Second, stroke.To], static spot => Assert.InRange(spot.Y, 0, 10)));
    }

    // Slopes of 1 and 4 at the ends; control points lie a third of the way in.
    [Fact]
    public void Smooth_ALineThatRises_BeginsAndEndsAlongItsSecants()
    {
        var strokes = Smooth.Through([new(0, 0), new(1, 1), new(2, 5)]);

        Assert.Equal(1 / 3.0, strokes[1].First.Y, 1e-12);
        Assert.Equal(5 - (4 / 3.0), strokes[^1].Second.Y, 1e-12);
    }

    // The least round step of 1, 2 or 5 that is at least an eighth of the range and its margins of 5 %: 0.2, 2 and 10.
    [Theory]
    [InlineData(0, 1, 6)]
    [InlineData(0, 8, 5)]
    [InlineData(0, 40, 5)]
    public void Ticks_OfSteps_AreAtMostEightStepsApart(double least, double most, int count) =>
        Assert.Equal(count, new Scale(new Axis("x", Logarithmic: false), [least, most]).Ticks(static ticks => ticks.Count <= 11).Count);

    // The contrast of WCAG 2.2: luminance of both, each with 0.05 of stray light.
    private static double Contrast(Ink ink, ChartTheme theme)
    {
        var (one, other) = (Luminance(Palette.Of(ink, theme)), Luminance(Palette.Of(Ink.Paper, theme)));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at) => Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
