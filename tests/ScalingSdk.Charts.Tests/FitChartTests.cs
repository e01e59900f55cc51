using ScalingSdk.Charts.Fits;

namespace ScalingSdk.Charts.Tests;

/// <summary>What is drawn of a fit is what the fit says.</summary>
public sealed class FitChartTests
{
    internal static readonly FittedRuns Fit = new()
    {
        Law = "chinchilla",
        Runs = [.. Enumerable.Range(0, 24).Select(static i => Run(1e8 * Math.Pow(2, i % 4), 2e9 * Math.Pow(2, i / 4), i))],
        RootMeanSquare = 0.01,
        Predict = Law,
        Interval = static (n, d) => (Law(n, d) * 0.98, Law(n, d) * 1.03),
    };

    [Fact]
    public void Residuals_Dots_AreThoseOfTheRuns() => HasDots(Draw("residuals", linearY: true), static run => run.Compute);

    [Fact]
    public void ResidualsBySize_Dots_AreThoseOfTheRuns() => HasDots(Draw("residuals-size", linearY: true), static run => run.Parameters);

    [Fact]
    public void ResidualsByCorpus_Dots_StandAtTheirCorpus()
    {
        var svg = ChartSvg.Of(Fit, "residuals-corpus", DrawnChart.Wide)!;
        var names = System.Xml.Linq.XDocument.Parse(svg).Root!.Elements().Where(static text => ((string?)text.Attribute("class"))?.StartsWith("tick x", StringComparison.Ordinal) == true)
            .Select(static text => (text.Value, X: (double)text.Attribute("x")!)).ToList();
        var chart = DrawnChart.Of(svg.Replace(">c4<", ">0<", StringComparison.Ordinal).Replace(">pile<", ">1<", StringComparison.Ordinal), linearX: true, linearY: true);

        Assert.Equal(["c4", "pile"], names.Select(static name => name.Value));
        Assert.Equal(
            Fit.Runs.Select(static run => (run.Corpus is "c4" ? 0 : 1, Missed(run))).OrderBy(static dot => dot),
            chart.Dots().Select(dot => ((int)Math.Round(chart.X(dot.X)), Nearest(chart.Y(dot.Y)))).OrderBy(static dot => dot));
    }

    [Fact]
    public void ResidualsByCorpus_OfOneCorpus_AreNotDrawn() =>
        Assert.Null(ChartSvg.Of(Fit with { Runs = [.. Fit.Runs.Select(static run => run with { Corpus = "c4" })] }, "residuals-corpus", new()));

    [Fact]
    public void Residuals_Band_IsTheRootMeanSquare()
    {
        var chart = Draw("residuals", linearY: true);

        Assert.All(chart.Area("root mean square, 1 %"), spot => Assert.Equal(1, Math.Abs(chart.Y(spot.Y)), 0.01));
    }

    [Fact]
    public void FittedLoss_LineAndBand_AreTheLawAndItsInterval()
    {
        var chart = Draw("fitted-loss", linearY: true);
        var size = Fit.Runs.Select(static run => run.Parameters).Order().ElementAt(Fit.Runs.Count / 2);
        var edges = chart.Area("90 % interval");

        chart.Follows(chart.Curve("chinchilla"), tokens => Law(size, tokens));
        Assert.Equal([false, true], chart.Dashed("chinchilla"));
        Assert.Equal(Law(size, chart.X(edges[0].X)) * 1.03, chart.Y(edges[0].Y), 0.003);
        Assert.Equal(Law(size, chart.X(edges[^1].X)) * 0.98, chart.Y(edges[^1].Y), 0.003);
    }

    private static void HasDots(DrawnChart chart, Func<FittedRun, double> x)
    {
        var dots = chart.Dots();
        Assert.Equal(Fit.Runs.Count, dots.Count);
        Assert.All(Fit.Runs.Zip(dots), pair =>
        {
            Assert.Equal(chart.PlaceOfX(x(pair.First)), pair.Second.X, DrawnChart.Pixel);
            Assert.Equal(chart.PlaceOfY(100 * ((pair.First.Predicted / pair.First.Loss) - 1)), pair.Second.Y, DrawnChart.Pixel);
        });
    }

    private static double Missed(FittedRun run) => Nearest(100 * ((run.Predicted / run.Loss) - 1));

    private static double Nearest(double value) => Math.Round(value, 1);

    private static DrawnChart Draw(string chart, bool linearY) => DrawnChart.Of(ChartSvg.Of(Fit, chart, DrawnChart.Wide)!, linearY: linearY);

    private static double Law(double n, double d) => 1.8 + (400 / Math.Pow(n, 0.34)) + (2000 / Math.Pow(d, 0.36));

    private static FittedRun Run(double n, double d, int i) => new(n, d, 6 * n * d, Law(n, d) * (1 + (((i * 7 % 11) - 5) / 400.0)), Law(n, d), i % 3 == 0 ? "pile" : "c4");
}
