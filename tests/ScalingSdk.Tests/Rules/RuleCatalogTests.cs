using ScalingSdk.Rules;

namespace ScalingSdk.Tests.Rules;

public sealed class RuleCatalogTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    private static RuleInfo Rule(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

    [Fact]
    public void Ids_AreFourDigitsAndUnique()
    {
        Assert.All(RuleCatalog.All, rule => Assert.Matches("^SCALE[0-9]{4}$", rule.Id));
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rule_HasAPage_WithItsTitleAndSeverity(string id)
    {
        var rule = Rule(id);

        var page = Repository.Read("docs", "rules", id + ".md");

        Assert.StartsWith($"# {id}: {char.ToLowerInvariant(rule.Title[0])}{rule.Title[1..]}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.Severity.ToString().ToLowerInvariant()} |\n| Category | {rule.Category} |", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_SaysWhatWhyAndHow(string id)
    {
        var page = Repository.Read("docs", "rules", id + ".md");

        Assert.All(["## What", "## Why", "## Example", "## How to fix", "## How to suppress"],
            heading => Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void HelpLink_IsThePage(string id) =>
        Assert.Equal($"https://github.com/ScalingSdk/ScalingSdk/blob/main/docs/rules/{id}.md", Rule(id).HelpLink);

    [Theory, MemberData(nameof(Ids))]
    public void Title_HasNoFinalPeriod(string id) => Assert.False(Rule(id).Title.EndsWith('.'));

    [Fact]
    public void Pages_AreOfRulesThatExist() => Assert.Equal(
        RuleCatalog.All.Select(rule => rule.Id),
        Directory.GetFiles(Repository.Path("docs", "rules"), "SCALE*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Index_ListsEveryRule()
    {
        var rows = RuleCatalog.All.Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} |\n");

        Assert.Equal("# Rules\n\n| id | severity | finds |\n|---|---|---|\n" + string.Concat(rows), Repository.Read("docs", "rules", "README.md"));
    }
}
