using System.Xml.Linq;
using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.Tool.Tests;

public sealed class ReportTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_OfASpec_HasEveryChartWithItsTextAlternative()
    {
        var page = Page();

        foreach (var title in new[] { "The run on the compute-optimal frontier", "Loss against size at this compute", "Loss against tokens", "Batch and its ceiling over the run" })
            Assert.Contains($"<figcaption>{title}</figcaption>", page, StringComparison.Ordinal);
        Assert.Equal(4, Count(page, "<svg "));
        Assert.Equal(4, Count(page, "role=\"img\""));
        Assert.Equal(4, Count(page, "<desc id="));
    }

    [Fact]
    public void Report_AsksNothingOfTheNetwork()
    {
        var page = Page();

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfAHostileName_EscapesIt()
    {
        var page = Tool.RunWithInput("""{ "model": { "parameters": "1B" }, "data": { "tokens": "9B" }, "<script>alert(1)</script>": 1 }""", "report", "-", "-o", "-").Out;

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithRuns_ShowsTheFittedLaw()
    {
        var runs = _folder.Write("runs.csv", Runs.Csv());

        var page = Tool.Run("report", Spec(), "--runs", runs, "-o", "-").Out;

        Assert.Contains("What the fitted law misses", page, StringComparison.Ordinal);
        Assert.Contains("90 % interval", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frontier")]
    [InlineData("isoflop")]
    [InlineData("loss")]
    [InlineData("batch")]
    public void Plot_Svg_IsWellFormedAndWithinItsFrame(string chart)
    {
        var svg = XDocument.Parse(Tool.Run("plot", chart, Spec()).Out).Root!;

        Assert.All(svg.Descendants(Svg + "circle"), static dot => Assert.InRange((double)dot.Attribute("cx")!, 0, 720));
        Assert.All(svg.Descendants(Svg + "circle"), static dot => Assert.InRange((double)dot.Attribute("cy")!, 0, 440));
        Assert.NotEmpty(svg.Descendants(Svg + "polyline"));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("residuals")]
    [InlineData("fitted-loss")]
    public void Plot_OfRuns_DrawsTheFit(string chart) =>
        Assert.NotEmpty(XDocument.Parse(Tool.RunWithInput(Runs.Csv(), "plot", chart, "-").Out).Descendants(Svg + "circle"));

    [Fact]
    public void Plot_Png_IsOne()
    {
        var path = Path.Combine(_folder.Path, "loss.png");

        Assert.Equal(ExitCode.Clean, Tool.Run("plot", "loss", Spec(), "-o", path).Code);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(path).Take(4));
    }

    [Fact]
    public void Plot_OtherExtension_IsUsage() => Assert.Equal(ExitCode.Usage, Tool.Run("plot", "loss", Spec(), "-o", "loss.gif").Code);

    [BrowserFact]
    public async Task Report_InABrowser_LogsNothingAndLoadsNothing()
    {
        // Under this policy the browser refuses, and logs, every load but that of the empty icon.
        const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">";
        var html = Page();
        Assert.Contains("<head>", html, StringComparison.Ordinal);
        var (page, log) = (_folder.Write("report.html", html.Replace("<head>", "<head>" + Policy, StringComparison.Ordinal)), Path.Combine(_folder.Path, "net.json"));

        var shown = await Cli.Wrap(BrowserFactAttribute.Browser!)
            .WithArguments(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--log-net-log=" + log, "--dump-dom", "file://" + page])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Equal(4, Count(shown.StandardOutput, "<svg "));
        Assert.DoesNotContain("CONSOLE", shown.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("raw.githubusercontent", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        Assert.DoesNotContain("github.com/ScalingSdk", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private string Spec() => _folder.Write("gpt2.scaling.json", Specs.Warned);

    private string Page() => Tool.Run("report", Spec(), "-o", "-").Out;
}
