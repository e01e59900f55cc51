using System.CommandLine;
using ScalingSdk.Reports;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling init</c>: a commented spec to start from.</summary>
internal sealed class InitCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _config = new("config")
    {
        Description = "A config.json that describes the model",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "The spec to write; '-' is standard output" };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite an existing file" };
    private readonly FlagValues _flags = new();

    public InitCommand(Terminal terminal)
        : base("init", "Writes a commented spec from a config.json, flags or answers")
    {
        _terminal = terminal;
        Arguments.Add(_config);
        Options.Add(_output);
        Options.Add(_force);
        _flags.AddTo(this);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var answers = _flags.Given(options).ToList();
        var config = options.GetValue(_config);
        if (config is InputFile.Standard)
            throw new UsageException("a spec names its config.json: give the file, not standard input");
        if (config is not null)
            _ = InputFile.Require(config, _terminal);
        else if (answers.Count == 0)
            Questions.Ask(answers, _terminal);

        var path = options.GetValue(_output) ?? NewSpec.FileName(config);
        var text = NewSpec.Write(path, config, _flags.Flags, answers);
        var input = SpecInput.FromText(_terminal, path, text, answers);
        var result = input.Run(cancellation);
        if (result.Plan is null)
            return Problems.Refuse(input, result, _terminal);

        if (string.Equals(path, InputFile.Standard, StringComparison.Ordinal))
        {
            _terminal.Out.Write(input.ToText());
            return ExitCode.Clean;
        }

        OutputFile.Write(path, input.ToText(), options.GetValue(_force));
        _terminal.Out.Write($"{path}: {result.Plan.Summary()}\n");
        return ExitCode.Clean;
    }
}
