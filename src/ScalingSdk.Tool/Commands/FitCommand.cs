using System.CommandLine;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling fit</c>: a law from one's own runs, and the best run for a budget by it.</summary>
internal sealed class FitCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _runs = new("runs")
    {
        Description = "Tables or logs: CSV, JSON Lines, Parquet, trainers' logs (docs/fitting.md), a folder of logs; several are fitted together; '-' is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly FitInputs _inputs;
    private readonly Option<string?> _at = new("--at") { Description = "Budgets in FLOP to answer for: --at 1e21,1e23; with --law and --best the other variables: --at N=1e9,D=1e11", HelpName = "values" };
    private readonly Option<int> _approach = new("--approach") { Description = "3 fits all runs at once, 2 lays a parabola through the sizes of each budget, 1 takes the envelope of training curves", DefaultValueFactory = static _ => 3 };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The law to write: runs.law.json" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    private readonly CheckOptions _checks;
    private readonly FormulaOptions _formulas;

    public FitCommand(Terminal terminal)
        : base("fit", "Fits a law to your own runs: the best size and tokens for a budget, with intervals")
    {
        _terminal = terminal;
        Arguments.Add(_runs);
        Options.Add(_at);
        _inputs = new(this, resamples: 4_000);
        Options.Add(_approach);
        _checks = new(this);
        Options.Add(_output);
        Options.Add(_format);
        _formulas = new(this);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        if (_formulas.Laws(options).Length > 0)
            return FormulaRun.Run(_formulas, options, options.GetValue(_runs)!, _terminal, cancellation);
        var budgets = RunInputs.Budgets(_at, options.GetValue(_at));
        var (paths, format) = (options.GetValue(_runs)!, options.GetValue(_format)!);
        if (options.GetValue(_approach) is (1 or 2) and var approach)
        {
            if (options.GetValue(_output) is not null)
                throw new UsageException("'-o' writes a law of parameters, tokens and loss: approaches 1 and 2 have none; leave out '--approach'");
            _checks.RequireAbsent(approach, options);
            _inputs.RequireFor(approach, options);
            var approaches = new Approaches(_inputs, _terminal);
            return approach is 1 ? approaches.One(options, paths, budgets, format) : approaches.Two(options, paths, budgets, format);
        }

        if (options.GetValue(_approach) is not 3)
            throw new UsageException("'--approach' takes 1, 2 or 3");
        var fits = _checks.Check(options, () => _inputs.Fit(options, paths, _terminal, cancellation));
        switch (format)
        {
            case OutputFormat.Json:
                _terminal.Out.Write(FitJson.Write(fits, budgets));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(string.Join("\n", fits.Select(fit => FitMarkdown.Write(fit, budgets))));
                break;
            default:
                var page = new Page(_terminal);
                foreach (var fit in fits)
                {
                    page.Blank();
                    FitText.Write(fit, budgets, page);
                }

                break;
        }

        if (options.GetValue(_output) is { } path)
        {
            foreach (var fit in fits)
                FittedLawFile.Write(path, fit, _terminal);
        }

        return fits.All(static fit => fit.Fit.Trusted) ? ExitCode.Clean : ExitCode.Findings;
    }
}
