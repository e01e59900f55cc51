using ScalingSdk.Docs;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>Every law has its page and its plot, and they say what the law says.</summary>
public sealed class LawDocsTests
{
    public static TheoryData<string> Ids => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    public static TheoryData<string> GeneratedPaths => [.. LawDocs.Files(Repository.Root).Select(static file => file.Path)];

    private static LawPage PageOf(string id)
    {
        var page = LawPages.All.SingleOrDefault(page => page.Has(id));
        Assert.True(page is not null, $"no page has '{id}': add its paper to build/docs/LawPages.cs and write its page in docs/laws");
        return page;
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_OfALaw_ExistsWithItsPlotAndNamesItsConstants(string id)
    {
        var law = LawRegistry.Find(id)!.Info;
        var page = PageOf(id);
        var text = Read(page.Path);

        Assert.True(text.Contains($"`{law.ConstantSet}`", StringComparison.Ordinal), $"{page.Path} has no facts of '{law.ConstantSet}': run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests");
        Assert.True(text.Contains($"](img/{page.Id}.svg)", StringComparison.Ordinal), $"{page.Path} does not show its plot: write ![...](img/{page.Id}.svg)");
        Assert.True(File.Exists(Repository.Path(page.ImagePath)), $"'{page.ImagePath}' does not exist: run UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_OfALaw_HasEverySection(string id)
    {
        var page = PageOf(id);

        Assert.All(
            LawRegistry.Find(id)!.Info.Equations.Count == 0 ? ["## From what runs", "## When not to use it"] : (string[])["## Equations and constants", "## From what runs", "## When not to use it"],
            section => Assert.Contains($"\n{section}\n", Read(page.Path), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(GeneratedPaths))]
    public void Files_WrittenAnew_AreAsCheckedIn(string path)
    {
        var (_, text) = LawDocs.Files(Repository.Root).Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));

        GeneratedFile.Check(path, text);
    }

    [Fact]
    public void Plots_AllHaveTextAlternatives() => Assert.All(LawPages.All, static page =>
    {
        var svg = LawChart.Svg(page);
        Assert.Contains($"<title id=\"{page.Id}-title\">", svg, StringComparison.Ordinal);
        Assert.Contains($"<desc id=\"{page.Id}-desc\">", svg, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(" d=\"\"", svg, StringComparison.Ordinal);
        var drawn = System.Xml.Linq.XDocument.Parse(svg).Root!.Elements().Where(static shape => shape.Name.LocalName is "path").Select(static shape => shape.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(page.Plot.Curves, curve => Assert.True(drawn.Contains(curve.Label), $"'{curve.Label}' of {page.Id} is not within its axes: change the axes or leave it out"));
    });

    [Fact]
    public void Plots_AreWellFormedXml() => Assert.All(
        LawPages.All, static page => Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(LawChart.Svg(page)).Root!.Name.LocalName));

    [Theory]
    [InlineData(1e9, 0.89)]
    [InlineData(1e10, 1.65)]
    [InlineData(6.7e10, 2.7)]
    [InlineData(1.75e11, 3.5)]
    [InlineData(1e12, 5.7)]
    public void KaplanPage_RatioOfChinchillaToTheThreshold_IsThePrintedOne(double n, double ratio)
    {
        var threshold = Kaplan2020.Law.Threshold(new NonEmbeddingWeights(n)).Value.Count;
        var chinchilla = Chinchilla2022.Approach1.OptimalTokens(new ActiveParameters(n)).Value.Count;

        Near.Relative(ratio, chinchilla / threshold, 0.02);
    }

    [Theory]
    [InlineData(1e18, "1e18")]
    [InlineData(2.5e12, "2.5T")]
    [InlineData(1e9, "1B")]
    [InlineData(1e5, "100K")]
    [InlineData(0.002, "0.002")]
    [InlineData(5e-4, "5e-4")]
    public void Number_OfAFact_IsShort(double value, string text) => Assert.Equal(text, LawFacts.Number(value));

    private static string Read(string path) => Repository.Read(path);
}
