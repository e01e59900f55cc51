using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk;

/// <summary>From the text of a spec to its plan and its findings: the one way through, for every host.</summary>
internal static class SpecPipeline
{
    /// <summary>The largest spec or config that is read: more is refused unread.</summary>
    public const int MaxCharacters = 4 * 1024 * 1024;

    /// <summary>Plans a spec.</summary>
    /// <param name="path">The spec as the host names it; files that it names are resolved against its folder.</param>
    /// <param name="text">The spec's text, or null where it cannot be read.</param>
    /// <param name="readFile">Gets the normalised path of a file that the spec names; returns its text, or null where there is none.</param>
    /// <param name="cancellation">Ends the work with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The plan, or findings that say why there is none; never an exception for a bad spec.</returns>
    public static SpecResult Run(
        string path, string? text, Func<string, string?> readFile, CancellationToken cancellation = default) =>
        Run(path, text, readFile, withRules: true, cancellation);

    /// <summary>The same without what the rules say of a plan, for a host where others say it.</summary>
    internal static SpecResult Run(string path, string? text, Func<string, string?> readFile, bool withRules, CancellationToken cancellation)
    {
        if (text is null)
            return Unreadable(path, $"'{path}' cannot be read; it is missing or not a file");
        return SpecTree.Parse(text, out var problem) is { } tree
            ? Run(path, tree, readFile, withRules, cancellation)
            : new SpecResult(null, null, [Told(problem!).In(path, new LineMap(text))]);
    }

    /// <summary>Plans what a file, options or C# state.</summary>
    internal static SpecResult Run(string path, SpecTree tree, Func<string, string?> readFile, bool withRules, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var files = new Dictionary<string, string?>(StringComparer.Ordinal);
        var (spec, problems) = SpecReader.Read(path, tree, Remember, static () => RuleCatalog.Suppressible);
        cancellation.ThrowIfCancellationRequested();
        var lines = new LineMap(tree.Text);
        var findings = new List<Finding>();
        foreach (var problem in problems)
        {
            var remark = Told(problem);
            if (remark.Severity == Severity.Error || spec?.Suppresses(remark.Rule.Id) != true)
                findings.Add((remark.Origin.Name.Length == 0 ? remark : remark with { Help = [.. remark.Help.Select(new TypedText(tree, remark.Origin.Kind).In)] }).In(path, lines));
        }

        var plan = spec is null ? null : Planner.Plan(spec);
        if (plan is not null && withRules)
        {
            var remarks = RuleCatalog.Check(plan).ToList();
            var check = new HelpCheck(tree, Known, plan, remarks);
            foreach (var remark in remarks)
                findings.Add(check.Check(remark.In(path, lines)));
        }

        return new SpecResult(plan?.Spec, plan, InOrder(findings)) { Stated = tree.Root };

        string? Remember(string file) => files[file] = readFile(file);

        // Help is checked when it is read: by then a file may have changed, and the host may have closed it.
        string? Known(string file) => files.TryGetValue(file, out var content) ? content : null;
    }

    // Of the text; those of one place stay as they came. They are few, and mostly in order.
    private static List<Finding> InOrder(List<Finding> findings)
    {
        for (var i = 1; i < findings.Count; i++)
        {
            var (one, at) = (findings[i], i);
            for (; at > 0 && findings[at - 1].Span.Start > one.Span.Start; at--)
                findings[at] = findings[at - 1];
            findings[at] = one;
        }

        return findings;
    }

    /// <summary>The message about a file that is larger than <see cref="MaxCharacters"/>, without reading it.</summary>
    public static SpecResult TooLarge(string path) =>
        Unreadable(path, $"the file has more than {NumberText.Grouped(MaxCharacters)} characters, the most that a spec may have", "check that this is the right file");

    /// <summary>The finding for a spec on which planning itself throws, so that one spec never stops the others.</summary>
    internal static SpecResult Failed(string path, Exception exception) => Unreadable(path,
        $"planning failed with {exception.GetType().Name}: {exception.Message}", "this is a bug of ScalingSdk: please report it with the spec");

    private static Remark Told(ReadingProblem problem)
    {
        var rule = RuleCatalog.RuleOf(problem.Kind);
        return new Remark(rule, rule.Severity, problem.Origin, problem.Headline, [], problem.Remedy is { } remedy ? [remedy] : []) { MissingKey = problem.MissingKey };
    }

    private static SpecResult Unreadable(string path, string headline, string? help = null) => new(null, null,
        [new Remark(HostRules.SpecUnreadable, Severity.Error, default, headline, [], help is null ? [] : [Remedy.Advice(help)]).In(path, new LineMap(""))]);
}

/// <summary>What became of a spec.</summary>
/// <param name="Spec">The spec, or null where it has no meaning.</param>
/// <param name="Plan">The plan, or null where there is no spec.</param>
/// <param name="Findings">What was found, in the order of the text.</param>
internal sealed record SpecResult(TrainingSpec? Spec, TrainingPlan? Plan, IReadOnlyList<Finding> Findings)
{
    /// <summary>The values as they were read; null where the text has none.</summary>
    public JsonObject? Stated { get; init; }
}
