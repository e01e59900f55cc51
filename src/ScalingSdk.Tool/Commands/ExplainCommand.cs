using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Rules;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling explain</c>: the page of a rule or a law, as docs/rules and docs/laws have it, without a network.</summary>
internal sealed class ExplainCommand : Command
{
    // Those of specs and builds, and those of a run while it trains.
    private static readonly IReadOnlyList<RuleInfo> Rules =
        [.. RuleCatalog.All.Concat(RunRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private readonly Terminal _terminal;
    private readonly Argument<string?> _id = new("id")
    {
        Description = "A rule (SCALE1001) or a law (kaplan-2020). Without one: all rules",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "rule|law",
    };

    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public ExplainCommand(Terminal terminal)
        : base("explain", "The page of a rule (what it finds, why, how to fix or suppress it) or of a law")
    {
        _terminal = terminal;
        Arguments.Add(_id);
        Options.Add(_format);
        _id.CompletionSources.Add(static _ => Rules.Select(static rule => rule.Id).Concat(LawRegistry.All.Select(static law => law.Info.Id)).Select(static id => new CompletionItem(id)));
        SetAction(options => Run(options));
    }

    private int Run(ParseResult options)
    {
        if (options.GetValue(_id) is { } law && LawPages.Page(law.ToLowerInvariant()) is { } page)
            return WriteLaw(law.ToLowerInvariant(), page, options.GetValue(_format));
        IReadOnlyList<RuleInfo> rules = options.GetValue(_id) is { } id ? [Find(id)] : Rules;
        var one = options.GetValue(_id) is not null;
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(RuleJson.Write(rules, one));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(one ? RulePages.Page(rules[0]) : RuleText.Markdown(rules));
                break;
            default:
                if (one)
                    RuleText.Write(rules[0], _terminal);
                else
                    RuleText.Write(rules, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private int WriteLaw(string law, string page, string? format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                _terminal.Out.Write(new JsonWriter().StartObject().Name("id").Value(law).Name("page").Value(page).EndObject().ToString());
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(page);
                break;
            default:
                MarkdownText.Write(page, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private static RuleInfo Find(string typed)
    {
        var id = typed.ToUpperInvariant();
        if (id.Length == 4 && id.All(char.IsAsciiDigit))
            id = "SCALE" + id;
        return Rules.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal)) ?? throw new UsageException(
            $"there is no rule or law '{typed}'; {Suggest.Hint(Suggest.Nearest(typed, Rules.Select(static rule => rule.Id)) ?? LawPages.Nearest(typed), "'scaling explain' lists the rules, 'scaling laws' the laws")}");
    }
}
