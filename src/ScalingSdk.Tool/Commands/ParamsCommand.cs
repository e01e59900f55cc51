using System.CommandLine;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling params</c>: the exact counts of a model, its FLOPs by convention, the memory of its states.</summary>
internal sealed class ParamsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _model = new("model")
    {
        Description = "A config.json, params.json or *.scaling.json; '-' is standard input",
    };

    private readonly SpecFlag _sequence = SpecFlag.Of(TrainingKeys.SequenceLength);
    private readonly Option<bool> _layers = new("--layers") { Description = "List every layer" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public ParamsCommand(Terminal terminal)
        : base("params", "Parameters by name, component and layer; FLOPs by convention; memory")
    {
        _terminal = terminal;
        Arguments.Add(_model.AsTyped());
        Options.Add(_sequence.Option);
        Options.Add(_layers);
        Options.Add(_format);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var input = SpecInput.FromFile(options.GetValue(_model)!, _terminal, Given(options));
        var result = input.Run(cancellation);
        if (result.Plan is not { } plan)
            return Problems.Refuse(input, result, _terminal);

        if (plan.Size.Model is not { } model)
            throw new UsageException($"'{input.Path}' states a size, not a shape: there is nothing to count. Describe the model, or name its config.json");
        var report = new ModelReport(plan.Spec.Name, model, plan.Size.Sequence, options.GetValue(_layers))
        {
            Stated = plan.Spec.StatedParameters,
            Difference = result.Findings.FirstOrDefault(static finding => finding.Rule.Id is "SCALE3003"),
        };
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(ParamsJson.Write(report));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(ParamsMarkdown.Write(report));
                break;
            default:
                ParamsText.Write(report, _terminal);
                break;
        }

        return ExitCode.Clean;
    }

    private IReadOnlyList<FlagValue> Given(ParseResult options) => options.GetValue(_sequence.Option) is { } length
        ? [new FlagValue(_sequence.Option.Name, _sequence.Section, _sequence.Key.Name, length)]
        : [];
}
