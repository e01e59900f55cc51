using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Descriptors are made from the catalog, so the compiler's own release tracking can't see them; these tests can.</summary>
public sealed class ReleaseTrackingTests
{
    private static readonly string[] Rows =
    [
        .. new[] { "Shipped", "Unshipped" }
            .SelectMany(static kind => File.ReadAllLines(Path.Combine(SourceTree.Root, "src", "ScalingSdk.Analyzers", $"AnalyzerReleases.{kind}.md")))
            .Where(static line => line.StartsWith("SCALE", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Rows_OfTheReleaseFiles_AreTheCatalogWithoutTheBuildsOwn()
    {
        var rules = RuleCatalog.All.Except(RuleCatalog.OfTheBuild).Select(static rule =>
            $"{rule.Id} | {rule.Category} | {(rule.Severity is Severity.Suggestion ? "Info" : rule.Severity.ToString())} | {rule.Title}").ToList();

        Assert.True(!rules.Except(Rows).Any(), "add to src/ScalingSdk.Analyzers/AnalyzerReleases.Unshipped.md: " + string.Join("; ", rules.Except(Rows)));
        Assert.True(!Rows.Except(rules).Any(), "no rule of the compiler has these rows of AnalyzerReleases: " + string.Join("; ", Rows.Except(rules)));
        Assert.Equal(rules, Rows, StringComparer.Ordinal);
    }
}
