using System.CommandLine;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Reports;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling plan</c>: what follows from a spec, a config.json, or flags.</summary>
internal sealed class PlanCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _spec = new("spec")
    {
        Description = "A *.scaling.json or config.json; '-' is standard input. Flags override it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly FlagValues _flags = new();
    private readonly Option<bool> _explain = new("--explain") { Description = "Why, what was assumed, and how every number was computed" };
    private readonly Option<bool> _allLaws = new("--all-laws") { Description = "Every law side by side" };
    private readonly Option<bool> _layout = new("--layout") { Description = "The five fastest layouts that fit the devices" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public PlanCommand(Terminal terminal)
        : base("plan", "Plan a run: size, tokens, steps, batch, rate, loss, time and cost, with the source of each")
    {
        _terminal = terminal;
        Arguments.Add(_spec.AsTyped());
        _flags.AddTo(this);
        Options.Add(_explain);
        Options.Add(_allLaws);
        Options.Add(_layout);
        Options.Add(_format);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var given = _flags.Given(options);
        if (options.GetValue(_spec) is null && given.Count == 0)
            throw new UsageException("give a spec, a config.json or flags: 'scaling plan --params 7B --tokens 1T'");
        if (options.GetValue(_spec) is { } typed && !File.Exists(typed) && !Directory.Exists(typed) && Quantity.Read(typed, Unit.Parameters).Error is null)
            throw new UsageException($"'{typed}' is not a file; for a size write '--params {typed}'");
        var input = options.GetValue(_spec) is { } path
            ? SpecInput.FromFile(path, _terminal, given)
            : SpecInput.FromFlags(_terminal, given);
        var result = input.Run(cancellation);
        if (result.Plan is not { } plan)
            return Problems.Refuse(input, result, _terminal);

        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(plan.ToJson());
                Problems.Write(input, result.Findings, _terminal);
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(PlanMarkdown.Write(input.View(result, cancellation)));
                break;
            default:
                WriteText(options, input.View(result, cancellation));
                break;
        }

        return ExitCode.Clean;
    }

    private void WriteText(ParseResult options, PlanView view)
    {
        var page = new Page(_terminal);
        if (options.GetValue(_explain))
            PlanExplanation.Write(view, page);
        else
            PlanText.Write(view, page);
        if (options.GetValue(_allLaws))
            LawTable.Write(view.Plan, page);
        RoutedText.Write(view.Plan, page);
        if (options.GetValue(_layout))
            LayoutTable.Write(view.Plan, page);
    }
}
