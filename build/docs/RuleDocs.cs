using System.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Docs;

/// <summary>What follows from the rules, by its path in the repository: their lists, the index of docs/rules, and in each page what its example gives.</summary>
internal static class RuleDocs
{
    private const string Start = "\n```text\n";
    private const string End = "```\n";

    public static IEnumerable<(string Path, string Text)> Files(string repository)
    {
        foreach (var list in RuleLists.Files(repository))
            yield return list;
        yield return ("docs/rules/README.md", Index());
        foreach (var rule in RuleCatalog.All)
        {
            var path = $"docs/rules/{rule.Id}.md";
            var full = Path.Combine(repository, path);
            if (File.Exists(full))
                yield return (path, WithFindings(rule, File.ReadAllText(full).Replace("\r\n", "\n", StringComparison.Ordinal)));
        }
    }

    /// <summary>The spec of a page's example; null where the page has none.</summary>
    public static string? Example(string page)
    {
        const string Fence = "## Example\n\n```jsonc\n";
        var start = page.IndexOf(Fence, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += Fence.Length;
        return page[start..page.IndexOf(End, start, StringComparison.Ordinal)];
    }

    /// <summary>What a page's example gives.</summary>
    public static IReadOnlyList<Finding> FindingsOf(string example) =>
        SpecPipeline.Run("Example.scaling.json", example, static _ => null).Findings;

    private static string WithFindings(RuleInfo rule, string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal);
        if (Example(page) is not { } example || start < 0)
            return page;
        start += Start.Length;
        var end = page.IndexOf(End, start, StringComparison.Ordinal);
        var found = FindingsOf(example).Where(finding => string.Equals(finding.Rule.Id, rule.Id, StringComparison.Ordinal));
        return page[..start] + string.Concat(found.SelectMany(static finding => new[] { Wrapped(finding.ToString()) }
            .Concat(finding.DetailsBelowMessage.Select(static detail => "  " + Wrapped(FormattableString.Invariant($"{detail.Label,-7}  {detail.Text}")))))) + page[end..];
    }

    // At blanks, below 120 columns.
    private static string Wrapped(string line)
    {
        var (text, column) = (new StringBuilder(), 0);
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > 120)
            {
                text.Append("\n  ").Append(word);
                column = 2 + word.Length;
                continue;
            }

            text.Append(column > 0 ? " " : "").Append(word);
            column += (column > 0 ? 1 : 0) + word.Length;
        }

        return text.Append('\n').ToString();
    }

    public static string Index()
    {
        var text = new StringBuilder();
        text.Append("# Rules\n\n");
        text.Append("One page a rule: what it finds, why, an example, how to fix it and how to suppress it. An error is a spec that cannot be understood,\n");
        text.Append("a warning a plan that loses money or quality, a suggestion is worth knowing. Where a case is milder than usual, a warning is\n");
        text.Append("reported as a suggestion, and its page says when. This table is written by `dotnet run --project build/docs`.\n");
        foreach (var group in RuleCatalog.All.GroupBy(static rule => rule.Category, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(group.Key).Append("\n\n| id | severity | finds |\n|---|---|---|\n");
            foreach (var rule in group)
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {Word(rule.Severity)} | {rule.Title} |\n");
        }

        return text.ToString();
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "suggestion",
    };
}
