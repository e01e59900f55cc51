using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Docs;

/// <summary>The lists that follow from the files of <c>src/ScalingSdk/Rules</c>: the rules that a plan is checked by, and the rows of the analyzers' release file.</summary>
internal static class RuleLists
{
    private const string Releases = "src/ScalingSdk.Analyzers/AnalyzerReleases.";

    /// <summary>A rule stands in the list before it has a page: everything else follows from the list.</summary>
    public const string OfPlans = "src/ScalingSdk/Rules/PlanRuleList.cs";

    public const string Unshipped = Releases + "Unshipped.md";

    public static IEnumerable<(string Path, string Text)> Files(string repository)
    {
        yield return (OfPlans, Written(repository, OfPlans, "    [\n", "    ];\n", Rules().Select(static rule => $"        new {rule.GetType().Name}(),")));
        var shipped = File.ReadAllText(Path.Combine(repository, Releases + "Shipped.md"));
        yield return (Unshipped, Written(repository, Unshipped, "|-------\n", null, RuleCatalog.All.Except(RuleCatalog.OfTheBuild).Select(Row).Where(row => !shipped.Contains(row, StringComparison.Ordinal))));
    }

    private static IEnumerable<PlanRule> Rules() => typeof(PlanRule).Assembly.GetTypes()
        .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(PlanRule)))
        .Select(static type => (PlanRule)Activator.CreateInstance(type)!)
        .OrderBy(static rule => rule.Infos.Min(static info => info.Id), StringComparer.Ordinal);

    private static string Row(RuleInfo rule) => $"{rule.Id} | {rule.Category} | {(rule.Severity is Severity.Suggestion ? "Info" : rule.Severity.ToString())} | {rule.Title}";

    private static string Written(string repository, string path, string after, string? before, IEnumerable<string> lines)
    {
        var text = File.ReadAllText(Path.Combine(repository, path)).ReplaceLineEndings("\n");
        var start = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        return new StringBuilder(text[..start]).AppendJoin("", lines.Select(static line => line + "\n")).Append(before is null ? "" : text[text.IndexOf(before, start, StringComparison.Ordinal)..]).ToString();
    }
}
