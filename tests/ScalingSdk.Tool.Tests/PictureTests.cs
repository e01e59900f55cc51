using System.Xml.Linq;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Tool.Tests;

/// <summary>The pictures of the README show what the sample gives.</summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static string Sample => Path.Combine(Repository.Root, "samples", "QuickStart", "Gpt2Small.scaling.json");

    [Fact]
    public void Frontier_IsWhatPlotDraws()
    {
        var drawn = Tool.Run("plot", "frontier", Sample).Out;
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            File.WriteAllText(Repository.Document("images/frontier.svg"), drawn);

        Assert.Equal(File.ReadAllText(Repository.Document("images/frontier.svg")).ReplaceLineEndings("\n"), drawn);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(2.3, 2.5, false)]
    [InlineData(1e18, 1e26, true)]
    [InlineData(3e9, 5e10, true)]
    public void Scale_AnyRange_HasAFewTicksWithin(double least, double most, bool logarithmic)
    {
        var scale = new Scale(new Axis("x", logarithmic), [least, most]);

        Assert.InRange(scale.Ticks().Count, 2, 12);
        Assert.All(scale.Ticks(), tick => Assert.InRange(scale.At(tick.Value), 0, 1));
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("frontier")]
    [InlineData("loss")]
    public void Picture_Legend_StaysWithin(string picture)
    {
        var svg = XDocument.Parse(Tool.Run("plot", picture, "--params", "7B", "--tokens", "1T").Out).Root!;

        Assert.All(
            svg.Elements(Svg + "text").Where(static text => (string?)text.Attribute("text-anchor") is "start" && (string?)text.Attribute("class") is "tick"),
            static text => Assert.InRange((double)text.Attribute("x")! + LabelPlaces.WidthOf(text.Value), 0, 720));
    }

    [Fact]
    public void Labels_OfDotsOnOnePlace_DoNotOverlap()
    {
        var places = new LabelPlaces(700, 400, 60, 40);

        var found = Enumerable.Range(0, 20).Select(_ => places.Beside(300, 200, "a label")).OfType<(double X, double Y, string Anchor)>().ToList();

        Assert.InRange(found.Count, 1, 8);
        Assert.Equal(found.Count, found.Distinct().Count());
    }
}
