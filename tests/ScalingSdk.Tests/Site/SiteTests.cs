using ScalingSdk.Docs.Site;

namespace ScalingSdk.Tests.Site;

/// <summary>The documentation as a site: which pages it has, and that a link that leads nowhere is found.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-site-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Source_HasEveryGuideRuleAndLaw()
    {
        Write();

        Assert.All(
            Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories),
            page => Assert.True(File.Exists(Path.Combine(Source, Path.GetRelativePath(Repository.Path("docs"), page).Replace("README.md", "index.md", StringComparison.Ordinal))), page));
        var listed = File.ReadAllText(Path.Combine(Source, "guides", "toc.yml"));
        Assert.All(Directory.EnumerateFiles(Repository.Path("docs"), "*.md"), page => Assert.Contains($"../{Path.GetFileName(page)}", listed, StringComparison.Ordinal));
    }

    [Fact]
    public void Source_LinksToFilesOutsideTheSite_LeadToTheRepository()
    {
        Write();

        Assert.Contains("](https://github.com/ScalingSdk/ScalingSdk/tree/main/samples", File.ReadAllText(Path.Combine(Source, "sweep.md")), StringComparison.Ordinal);
        Assert.Contains("(tool.md)", File.ReadAllText(Path.Combine(Source, "index.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("](../", string.Concat(Directory.EnumerateFiles(Source, "*.md").Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_ThatLeadNowhere_AreFound()
    {
        File.WriteAllText(Path.Combine(_folder, "a.html"), """<h1 id="top">a</h1><a href="b.html">1</a><a href="b.html#here">2</a><a href="#top">3</a><a href="https://example.org/x">4</a><a href="c.html">5</a><a href="b.html#gone">6</a><img src="d.svg"><a href="#gone">7</a>""");
        File.WriteAllText(Path.Combine(_folder, "b.html"), """<p id="here">b</p>""");

        Assert.Equal(["a.html: c.html", "a.html: b.html#gone", "a.html: d.svg", "a.html: #gone"], SiteLinks.Broken(_folder));
    }

    private string Source => Path.Combine(_folder, "source");

    private void Write() => new SiteSource(Repository.Root, Source).Write(withPlanner: false);
}
