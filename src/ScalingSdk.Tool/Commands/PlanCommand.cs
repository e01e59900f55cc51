using System.CommandLine;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling plan</c>: what follows from a spec, a config.json, or flags.</summary>
internal sealed class PlanCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _spec = new("spec")
    {
        Description = "A *.scaling.json or config.json; '-' is standard input. _flags go over it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly IReadOnlyList<SpecFlag> _flags = SpecFlag.All();
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public PlanCommand(Terminal terminal)
        : base("plan", "Tokens, size, compute, batch and loss of a run, and whose numbers they are")
    {
        _terminal = terminal;
        Arguments.Add(_spec);
        foreach (var flag in _flags)
            Options.Add(flag.Option);
        Options.Add(_format);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var given = _flags.Where(flag => options.GetValue(flag.Option) is not null).ToList();
        if (options.GetValue(_spec) is null && given.Count == 0)
            throw new UsageException("give a spec, a config.json or flags: 'scaling plan --params 7B --tokens 1T'");
        var input = options.GetValue(_spec) is { } path
            ? SpecInput.FromFile(path, _terminal, given)
            : SpecInput.FromFlags(_terminal, given);
        var result = input.Run(options, cancellation);
        if (result.Plan is not { } plan)
            return Refuse(input, result, _terminal);

        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(plan.ToJson());
                Problems.Write(input, result.Findings, _terminal);
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(PlanMarkdown.Write(plan, result.Findings));
                break;
            default:
                PlanText.Write(plan, result.Findings, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private static int Refuse(SpecInput input, SpecResult result, Terminal _terminal)
    {
        Problems.Write(input, result.Findings, _terminal);
        return Problems.Code(input, result.Findings);
    }
}
