using System.Globalization;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>The page names everything that the catalogs have, and its numbers are ours.</summary>
public sealed class ModelsPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "models.md"));

    [Fact]
    public void Page_EveryArchitecture_HasARowWithItsOtherNames()
    {
        foreach (var architecture in ArchitectureCatalog.All)
        {
            var row = Row(architecture.Name);
            Assert.All(architecture.Aliases, alias => Assert.Contains($"`{alias}`", row, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Page_EveryKey_HasARowWithItsAliases()
    {
        foreach (var key in ModelKeys.All)
            Assert.StartsWith($"| `{key.Name}` | {(key.Aliases.Count == 0 ? "-" : string.Join(", ", key.Aliases.Select(static a => $"`{a}`")))} |", Row(key.Name), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_EveryConvention_HasARowWithItsFigure()
    {
        var model = Reconstructed.Model("gpt2");
        foreach (var convention in FlopsConventions.All)
        {
            var figure = convention.Training(model, 1024).Flops!.Value.ToString("N0", CultureInfo.InvariantCulture);
            Assert.EndsWith($"| {figure} |", Row(convention.Id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Page_Counts_AreOurs()
    {
        var (small, routed) = (Reconstructed.Model("gpt2").Parameters, Reconstructed.Model("mixtral-8x7b").Parameters);

        AssertCounts("total", small.Total, routed.Total);
        AssertCounts("stored", small.Stored, routed.Stored);
        AssertCounts("non-embedding", small.NonEmbedding, routed.NonEmbedding);
        AssertCounts("non-embedding weights", small.NonEmbeddingWeights, routed.NonEmbeddingWeights);
        AssertCounts("active", small.Active, routed.Active);
    }

    [Fact]
    public void Page_Example_AddsUp()
    {
        var rows = Lines.SkipWhile(static line => !line.StartsWith("### An example", StringComparison.Ordinal)).Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1).TakeWhile(static line => !line.StartsWith("| **", StringComparison.Ordinal));
        var components = Reconstructed.Model("gpt2").Components;

        foreach (var row in rows)
        {
            var name = row.Split('|')[1].Split(',')[0].Trim();
            var count = components.Where(c => string.Equals(c.Name, name, StringComparison.Ordinal)).Sum(static c => c.Count);
            Assert.EndsWith(FormattableString.Invariant($"| {count:N0} |"), row, StringComparison.Ordinal);
        }
    }

    private static void AssertCounts(string name, long small, long routed) =>
        Assert.Contains(Lines, line => line.StartsWith($"| {name} |", StringComparison.Ordinal)
            && line.EndsWith(FormattableString.Invariant($"| {small:N0} | {routed:N0} |"), StringComparison.Ordinal));

    private static string Row(string name) => Assert.Single(Lines, line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
}
