using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling explain</c>: the page of a rule, as docs/rules has it, without a network.</summary>
internal sealed class ExplainCommand : Command
{
    // Those of specs and builds, and those of a run while it trains.
    private static readonly IReadOnlyList<RuleInfo> Rules =
        [.. RuleCatalog.All.Concat(RunRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private readonly Terminal _terminal;
    private readonly Argument<string?> _id = new("rule")
    {
        Description = "A rule: SCALE1001. Without one: all",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "rule",
    };

    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public ExplainCommand(Terminal terminal)
        : base("explain", "What a rule finds, why, and how to fix or suppress it")
    {
        _terminal = terminal;
        Arguments.Add(_id);
        Options.Add(_format);
        _id.CompletionSources.Add(static _ => Rules.Select(static rule => new CompletionItem(rule.Id)));
        SetAction(options => Run(options));
    }

    private int Run(ParseResult options)
    {
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

    private static RuleInfo Find(string typed)
    {
        var id = typed.ToUpperInvariant();
        if (id.Length == 4 && id.All(char.IsAsciiDigit))
            id = "SCALE" + id;
        return Rules.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal)) ?? throw new UsageException(
            $"there is no rule '{typed}'; {Suggest.Hint(Suggest.Nearest(typed, Rules.Select(static rule => rule.Id)), "'scaling explain' lists them")}");
    }
}
