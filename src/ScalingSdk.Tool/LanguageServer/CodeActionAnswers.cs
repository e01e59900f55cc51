using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What a person can do about findings: each help that the engine offers, with what it does to the run; a suppression with a reason; all at once.</summary>
internal static class CodeActionAnswers
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll.scaling";
    private const string Reason = "say here why this is meant";

    public static CodeAction[] Of(Document document, SpecResult result, CodeActionRequest request, Func<string, string?> readFile)
    {
        bool Wanted(string kind) => request.Context?.Only is not { Length: > 0 } only
            || only.Any(one => one.Length == 0 || string.Equals(kind, one, StringComparison.Ordinal) || kind.StartsWith(one + ".", StringComparison.Ordinal));
        var actions = new List<CodeAction>();
        if (Wanted(QuickFix))
        {
            var (start, end) = (document.OffsetOf(request.Range.Start), document.OffsetOf(request.Range.End));
            var here = result.Findings.Where(finding => finding.Span.Start <= end && finding.Span.End >= start).ToList();
            actions.AddRange(here.SelectMany(finding => Helps(document, finding)));
            actions.AddRange(here.GroupBy(static finding => finding.Rule.Id, StringComparer.Ordinal).SelectMany(same => Suppression(document, [.. same])));
            if (here.Exists(static finding => finding.Remedy is not null) && result.Findings.Count(static finding => finding.Remedy is not null) > 1)
                actions.AddRange(All(document, result, readFile, "Apply every remedy of this spec", QuickFix, AllRules));
        }

        // On saving, editors apply this unasked: typing mistakes alone.
        if (Wanted(FixAll))
            actions.AddRange(All(document, result, readFile, "Fix the typing mistakes of this spec", FixAll, []));
        return [.. actions];
    }

    private static IReadOnlyCollection<string> AllRules { get; } = [.. RuleCatalog.All.Select(static rule => rule.Id)];

    private static IEnumerable<CodeAction> Helps(Document document, Finding finding)
    {
        var preferred = true;
        foreach (var help in finding.Help.Where(static help => help.Edits.Count > 0))
        {
            if (document.Edit(help.Edits) is not { } edit)
                continue;
            var title = help is Remedy remedy ? remedy.Title : Capital(help.Text);
            yield return Action(document, [finding], help.Effect is { } effect ? $"{title}: {effect}" : title, preferred && help is Remedy { IsFix: true }, edit);
            preferred &= help is not Remedy { IsFix: true };
        }
    }

    /// <summary>One suppression for all findings of a rule.</summary>
    private static IEnumerable<CodeAction> Suppression(Document document, Finding[] findings)
    {
        var rule = findings[0].Rule.Id;
        if (!RuleCatalog.Suppressible.Contains(rule, StringComparer.Ordinal))
            yield break;
        var suppress = Remedy.Suppress(rule, Reason);
        if (document.Edit(suppress.Edits) is { } edit)
            yield return Action(document, findings, suppress.Title, preferred: false, edit);
    }

    private static IEnumerable<CodeAction> All(Document document, SpecResult result, Func<string, string?> readFile, string title, string kind, IReadOnlyCollection<string> rules)
    {
        var repaired = Repair.Of(document.Text, text => document.Run(text, readFile).Findings, rules);
        if (document.Replace(repaired.Text) is not { } edit)
            yield break;
        var effect = result.Plan is { } plan && document.Run(repaired.Text, readFile).Plan is { } after ? PlanChange.Between(plan, after) : null;
        yield return new CodeAction(effect is null ? title : $"{title}: {effect}", kind, IsPreferred: false, edit, []);
    }

    private static CodeAction Action(Document document, Finding[] findings, string title, bool preferred, WorkspaceEdit edit) =>
        new(title, QuickFix, preferred, edit, [.. findings.Select(finding => DiagnosticAnswers.Of(document, finding, related: true))]);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
