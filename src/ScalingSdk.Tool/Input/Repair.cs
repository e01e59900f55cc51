using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;
using ScalingSdk.Rules;

namespace ScalingSdk.Tool.Input;

/// <summary>A spec with its remedies applied, one after another: each sees the text that the last one left.</summary>
/// <param name="Text">The text.</param>
/// <param name="Applied">What was done, by rule.</param>
internal sealed record Repair(string Text, IReadOnlyList<(string Rule, string Title)> Applied)
{
    // Two remedies that undo each other would never end.
    private const int Most = 100;

    /// <summary>Repairs a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">What is found in a text in its place.</param>
    /// <param name="rules">The rules whose remedies are applied; none for those of typing mistakes.</param>
    public static Repair Of(string text, Func<string, IReadOnlyList<Finding>> find, IReadOnlyCollection<string> rules)
    {
        var applied = new List<(string, string)>();
        while (applied.Count < Most && Next(text, find, rules) is { } step)
        {
            text = step.Text;
            applied.Add((step.Rule, step.Title));
        }

        return new Repair(text, applied);
    }

    private static (string Text, string Rule, string Title)? Next(string text, Func<string, IReadOnlyList<Finding>> find, IReadOnlyCollection<string> rules)
    {
        foreach (var finding in find(text))
        {
            if (finding.Remedy is { } remedy && Asked(finding.Rule, rules)
                && SpecEditor.Apply(text, remedy.Edits) is { } edited && !string.Equals(edited, text, StringComparison.Ordinal))
                return (edited, finding.Rule.Id, remedy.Title);
        }

        return null;
    }

    // Unasked, the remedies of typing mistakes alone: whether a run shall have other tokens, batches or limits is its owner's to say.
    private static bool Asked(RuleInfo rule, IReadOnlyCollection<string> rules) => rules.Count == 0
        ? string.Equals(rule.Category, HostRules.UnknownKey.Category, StringComparison.Ordinal)
        : rules.Contains(rule.Id, StringComparer.OrdinalIgnoreCase);
}
