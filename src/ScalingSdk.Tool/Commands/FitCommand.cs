using System.CommandLine;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Answers;
using ScalingSdk.Quantities.Units;
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
    private readonly Option<int> _approach = new("--approach") { Description = "3 fits all runs at once, 2 lays a parabola through the sizes of each budget", DefaultValueFactory = static _ => 3 };
    private readonly Option<string?> _heldOut = new("--held-out") { Description = "Also fits to the smaller runs and asks for the larger: budgets or sizes", HelpName = "budgets|sizes" };
    private readonly Option<string?> _compare = new("--compare") { Description = "Other forms to hold out: --compare kaplan-joint,chinchilla-equal-exponents", HelpName = "forms" };
    private readonly Option<bool> _profile = new("--profile") { Description = "Also the profile likelihood of E and the exponents, for independent runs" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The law to write: runs.law.json" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    private readonly FormulaOptions _formulas;

    public FitCommand(Terminal terminal)
        : base("fit", "Fits a law to your own runs: the best size and tokens for a budget, with intervals")
    {
        _terminal = terminal;
        Arguments.Add(_runs);
        Options.Add(_at);
        _inputs = new(this, resamples: 4_000);
        foreach (var option in new Option[] { _approach, _heldOut, _compare, _profile })
            Options.Add(option);
        Options.Add(_output);
        Options.Add(_format);
        _formulas = new(this);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        if (_formulas.Laws(options).Length > 0)
            return FormulaRun.Run(_formulas, options, options.GetValue(_runs)!, _terminal, cancellation);
        var budgets = (options.GetValue(_at) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => RunInputs.Count(_at, text, Unit.Flops)).ToList();
        if (options.GetValue(_approach) is 2)
            return ApproachTwo(options, budgets);
        if (options.GetValue(_approach) is not 3)
            throw new UsageException("'--approach' takes 2 or 3");
        HoldOutBy? heldOut = options.GetValue(_heldOut) switch
        {
            null => options.GetValue(_compare) is null ? null : HoldOutBy.Budget,
            "budgets" => HoldOutBy.Budget,
            "sizes" => HoldOutBy.Size,
            var other => throw new UsageException($"--held-out: '{other}' is neither 'budgets' nor 'sizes'"),
        };
        var others = (options.GetValue(_compare) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(FitForms.Find).ToList();
        var fits = _inputs.Fit(options, options.GetValue(_runs)!, _terminal, cancellation);
        switch (options.GetValue(_format))
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
                    if (options.GetValue(_profile))
                        FitChecks.Profile(fit.Fit, page);
                    if (heldOut is { } by)
                        FitChecks.HeldOut(fit.Fit, by, others, page);
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

    private int ApproachTwo(ParseResult options, List<double> budgets)
    {
        if (options.GetValue(_output) is not null)
            throw new UsageException("'-o' writes a law of parameters, tokens and loss: approach 2 has none; leave out '--approach 2'");
        var runs = _inputs.Read(options, options.GetValue(_runs)!, _terminal);
        var result = IsoFlop.Fit(runs, _inputs.FitOptions(options));
        if (string.Equals(options.GetValue(_format), OutputFormat.Json, StringComparison.Ordinal))
            _terminal.Out.Write(IsoFlopText.Json(result, runs));
        else
            IsoFlopText.Write(result, runs, budgets.Count > 0 ? budgets : FitAnswer.Budgets(runs), new Page(_terminal));
        return result.Parameters is not null ? ExitCode.Clean : ExitCode.Findings;
    }
}
