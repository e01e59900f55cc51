using ScalingSdk.Diagnostics;
using ScalingSdk.Docs;
using ScalingSdk.Rules;

namespace ScalingSdk.Tests.Rules;

public sealed class RuleCatalogTests
{
    /// <summary>About code, about two specs.</summary>
    private static readonly string[] NotOfOneSpec = ["SCALE0005", "SCALE0006", "SCALE0007"];

    private static readonly Lazy<string> Tests = new(static () => string.Concat(Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText)));

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    public static TheoryData<string> GeneratedPaths => [.. RuleDocs.Files(Repository.Root).Select(file => file.Path)];

    private static string Page(string id)
    {
        Assert.True(File.Exists(Repository.Path("docs", "rules", id + ".md")), $"'{id}' has no page: write docs/rules/{id}.md as those beside it, with an example that gives the finding");
        return Repository.Read("docs", "rules", id + ".md");
    }

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

        var page = Page(id);

        Assert.StartsWith($"# {id}: {char.ToLowerInvariant(rule.Title[0])}{rule.Title[1..]}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.Severity.ToString().ToLowerInvariant()} |\n| Category | {rule.Category} |", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Page_SaysWhatWhyAndHow(string id)
    {
        var page = Page(id);

        Assert.All(["## What", "## Why", "## Example", "## How to fix", "## How to suppress"],
            heading => Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void HelpLink_IsThePage(string id) =>
        Assert.Equal($"https://github.com/ScalingSdk/ScalingSdk/blob/main/docs/rules/{id}.md", Rule(id).HelpLink);

    [Theory, MemberData(nameof(Ids))]
    public void Title_HasNoFinalPeriod(string id) => Assert.False(Rule(id).Title.EndsWith('.'));

    [Theory, MemberData(nameof(Ids))]
    public void Rule_IsStatedByATest(string id) => Assert.True(
        Tests.Value.Contains(id, StringComparison.Ordinal), $"no test names '{id}': write one in tests/ScalingSdk.Tests/Rules, with a plan that has the finding and one that has not");

    // 70xx are events of a training run, which no compiler reports: their pages are held to them by ScalingSdk.Training.Tests.
    [Fact]
    public void Pages_AreOfRulesThatExist()
    {
        var pages = Directory.GetFiles(Repository.Path("docs", "rules"), "SCALE*.md").Select(static file => Path.GetFileNameWithoutExtension(file))
            .Where(static id => !id.StartsWith("SCALE70", StringComparison.Ordinal)).Except(RuleCatalog.All.Select(static rule => rule.Id)).ToList();

        Assert.True(pages.Count == 0, $"add the rule of {string.Join(", ", pages)} to src/ScalingSdk/Rules, or remove its page");
    }

    [Theory, MemberData(nameof(GeneratedPaths))]
    public void Files_WrittenAnew_AreAsCheckedIn(string path)
    {
        var (_, text) = RuleDocs.Files(Repository.Root).Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));

        GeneratedFile.Check(path, text);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Index_LinksTheRulesPage(string id) => Assert.Contains($"| [{id}]({id}.md) |", RuleDocs.Index(), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Ids))]
    public void Example_OfThePage_GivesThisFindingAndNoGraverOne(string id)
    {
        if (NotOfOneSpec.Contains(id) || RuleCatalog.OfTheBuild.Any(rule => rule.Id == id))
            return;

        var found = RuleDocs.FindingsOf(RuleDocs.Example(Page(id))!);

        Assert.Contains(found, finding => finding.Rule.Id == id);
        Assert.All(found, finding => Assert.True(finding.Rule.Id == id || finding.Severity == Severity.Suggestion, finding.ToString()));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Finding_OfThePagesExample_HasNoFinalPeriodAndQuotesWhatWasRead(string id)
    {
        if (RuleDocs.Example(Page(id)) is not { } example)
            return;

        Assert.All(RuleDocs.FindingsOf(example), finding =>
        {
            Assert.False(finding.Message.EndsWith('.'), finding.Message);
            Assert.DoesNotContain('\n', finding.Message);
            Assert.True(finding.Headline.Length <= 140, $"{finding.Headline.Length} characters, at most 140: {finding.Headline}");
            Assert.Contains("; ", finding.Message, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Ids))]
    public void Suppress_WithAReason_SilencesAllButErrors(string id)
    {
        var page = Page(id);
        if (Rule(id).Severity == Severity.Error || RuleDocs.Example(page) is not { } example)
            return;
        var suppressed = example.TrimStart().Insert(1, $$""" "suppress": { "{{id}}": "known" }, """);

        Assert.DoesNotContain(RuleDocs.FindingsOf(suppressed), finding => finding.Rule.Id == id || finding.Severity == Severity.Error);
    }
}
