using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using CliWrap;
using CliWrap.Buffered;
using ScalingSdk.Testing;

namespace ScalingSdk.Tool.Tests;

public sealed class ReportTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly Folder _folder = new();

    /// <summary>Frontier, size, tokens, epochs and batch: each for a page and for a telephone.</summary>
    private const int Charts = 5;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_OfASpec_HasEveryChartWithItsTextAlternative()
    {
        var page = Page();

        foreach (var title in new[] { "The run on the compute-optimal frontier", "Loss against size at this compute", "Loss against tokens", "What more epochs are worth", "Batch and its ceiling over the run" })
            Assert.Contains($"<figcaption>{title}</figcaption>", page, StringComparison.Ordinal);
        Assert.Equal(2 * Charts, Count(page, "<svg "));
        Assert.Equal(2 * Charts, Count(page, "role=\"img\""));
        Assert.Equal(2 * Charts, Count(page, "<desc id="));
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
    [InlineData("epochs")]
    [InlineData("batch")]
    public void Plot_Svg_IsWellFormedAndWithinItsFrame(string chart)
    {
        var svg = XDocument.Parse(Tool.Run("plot", chart, Spec()).Out).Root!;

        Assert.All(svg.Descendants(Svg + "circle"), dot => Assert.InRange((double)dot.Attribute("cx")!, 0, (double)svg.Attribute("width")!));
        Assert.All(svg.Descendants(Svg + "circle"), dot => Assert.InRange((double)dot.Attribute("cy")!, 0, (double)svg.Attribute("height")!));
        Assert.NotEmpty(svg.Descendants(Svg + "path"));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("residuals")]
    [InlineData("residuals-size")]
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

    [Theory]
    [InlineData("96", 390)]
    [InlineData("192", 780)]
    [InlineData("300", 1219)]
    public void Plot_Png_HasTheWidthThatWasAskedFor(string dpi, int pixels)
    {
        var path = Path.Combine(_folder.Path, "loss.png");

        Tool.Run("plot", "loss", Spec(), "-o", path, "--width", "390", "--dpi", dpi);

        Assert.Equal(pixels, BinaryPrimitives.ReadInt32BigEndian(File.ReadAllBytes(path).AsSpan(16)));
    }

    [Fact]
    public void Plot_Pdf_IsOneWithText()
    {
        var path = Path.Combine(_folder.Path, "loss.pdf");

        Assert.Equal(ExitCode.Clean, Tool.Run("plot", "loss", Spec(), "-o", path, "--theme", "print").Code);

        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/Font", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light", "#ffffff")]
    [InlineData("dark", "#14171a")]
    [InlineData("print", "#ffffff")]
    public void Plot_Theme_ColoursThePaper(string theme, string paper) =>
        Assert.Equal(paper, (string?)XDocument.Parse(Tool.Run("plot", "loss", Spec(), "--theme", theme).Out).Root!.Elements(Svg + "rect").First().Attribute("fill"));

    [Theory]
    [InlineData("--width", "20")]
    [InlineData("--width", "90000")]
    [InlineData("--dpi", "1")]
    public void Plot_SizeThatIsNone_IsUsage(string option, string value)
    {
        var run = Tool.Run("plot", "loss", Spec(), option, value, "-o", Path.Combine(_folder.Path, "a.png"));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"'{option} {value}' is not from", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfSeveralSpecs_HasOneFrontierAndATableOfDifferences()
    {
        var other = _folder.Write("other.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "30B" } }""");

        var page = Tool.Run("report", Spec(), other, "-o", "-").Out;

        var shared = page[..page.IndexOf("<article", StringComparison.Ordinal)];
        Assert.Contains("figures differ", shared, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"number\">gpt2</th><th scope=\"col\" class=\"number\">other</th>", shared, StringComparison.Ordinal);
        Assert.Contains("<figcaption>The runs on the compute-optimal frontier</figcaption>", shared, StringComparison.Ordinal);
        Assert.Contains("href=\"#plan-2\"", shared, StringComparison.Ordinal);
        Assert.Contains("id=\"plan-2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Numbers_StandBelowEachOther() => Assert.Contains("<td class=\"number\">", Page(), StringComparison.Ordinal);

    [Theory]
    [InlineData("dark", "--paper:#14171a")]
    [InlineData("light", "--paper:#ffffff")]
    public void Report_Theme_IsThatOfPageAndCharts(string theme, string paper)
    {
        var page = Tool.Run("report", Spec(), "-o", "-", "--theme", theme).Out;

        Assert.Contains(paper, page, StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", page, StringComparison.Ordinal);
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

        Assert.Equal(2 * Charts, Count(shown.StandardOutput, "<svg "));
        Assert.DoesNotContain("CONSOLE", shown.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("raw.githubusercontent", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        Assert.DoesNotContain("github.com/ScalingSdk", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private string Spec() => _folder.Write("gpt2.scaling.json", Specs.Warned);

    private string Page() => Tool.Run("report", Spec(), "-o", "-").Out;
}
