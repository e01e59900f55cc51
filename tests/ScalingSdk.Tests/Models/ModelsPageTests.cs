using System.Globalization;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>The page names everything that the catalogs have, and its numbers are ours.</summary>
public sealed class ModelsPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "models.md"));

    [Fact]
    public void Page_Architectures_AreThoseOfTheCatalog() => GeneratedTable.Check("models.md", "architectures",
    [
        "| name | also named | head tied by default | what sets it apart | proof |",
        "|---|---|---|---|---|",
        .. ArchitectureCatalog.All.Select(static a => $"| `{a.Name}` | {Aliases(a.Aliases)} | {Head(a.UsualHead)} | {a.Summary} | {ModelProof.Of(a)} |"),
    ]);

    [Fact]
    public void Page_Keys_AreThoseOfTheReader() => GeneratedTable.Check("models.md", "keys",
    [
        "| key | aliases | meaning |",
        "|---|---|---|",
        .. ModelKeys.All.Select(static key => $"| `{key.Name}` | {Aliases(key.Aliases)} | {key.Meaning} |"),
    ]);

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

    private static string Aliases(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"`{name}`")) is { Length: > 0 } list ? list : "-";

    private static string Head(HeadKind kind) => kind switch { HeadKind.Tied => "yes", HeadKind.Untied => "no", _ => "no head" };

    private static void AssertCounts(string name, long small, long routed) =>
        Assert.Contains(Lines, line => line.StartsWith($"| {name} |", StringComparison.Ordinal)
            && line.EndsWith(FormattableString.Invariant($"| {small:N0} | {routed:N0} |"), StringComparison.Ordinal));

    private static string Row(string name) => Assert.Single(Lines, line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
}
