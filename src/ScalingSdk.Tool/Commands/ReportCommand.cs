using System.CommandLine;
using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Reports;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling report</c>: plans as one self-contained page.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _specs = new("specs")
    {
        Description = "Specs, folders or patterns; '-' is standard input. Without any: every spec below this folder",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The page to write; '-' is standard output",
        DefaultValueFactory = static _ => "report.html",
    };

    private readonly FitInputs _inputs;
    private readonly PictureOptions _pictures;
    private readonly CheckOptions _checks;
    private readonly Option<string?> _at = new("--at") { Description = "Budgets in FLOP to answer for, with '--runs': --at 1e21,1e23", HelpName = "values" };
    private readonly Option<string?> _runs = new("--runs") { Description = "Runs to fit a law to; the page shows its residuals and intervals: runs.csv" };

    public ReportCommand(Terminal terminal)
        : base("report", "One HTML page: charts, laws side by side, findings, every figure")
    {
        _terminal = terminal;
        Arguments.Add(_specs.AsTyped());
        Options.Add(_output);
        Options.Add(_runs);
        Options.Add(_at);
        _pictures = PictureOptions.OfPages(this);
        _inputs = new(this, RunFit.ResamplesToDraw);
        _checks = new(this);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    // Runs alone make a report too.
    private IReadOnlyList<string> Files(ParseResult options)
    {
        var specs = options.GetValue(_specs) ?? [];
        try
        {
            return SpecArguments.Expand(specs);
        }
        catch (InputException) when (specs.Length == 0 && options.GetValue(_runs) is not null)
        {
            return [];
        }
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var plans = new List<(string Name, PlanView View)>();
        var files = Files(options);
        foreach (var file in files)
        {
            var input = SpecInput.FromFile(file, _terminal);
            var result = input.Run(cancellation);
            if (result.Plan is null)
                return Problems.Refuse(input, result, _terminal);
            plans.Add((SpecArguments.ShortName(file, files), input.View(result, cancellation)));
        }

        var fits = options.GetValue(_runs) is { } runs
            ? _checks.Check(options, () => _inputs.Fit(options, [runs], _terminal, cancellation))
            : [];
        var (page, path) = (HtmlReport.Write(plans, fits, RunInputs.Budgets(_at, options.GetValue(_at)), _pictures.Of(options)), options.GetValue(_output)!);
        if (string.Equals(path, InputFile.Standard, StringComparison.Ordinal))
        {
            _terminal.Out.Write(page);
            return ExitCode.Clean;
        }

        OutputFile.Write(path, page, replace: true);
        _terminal.Out.Write(path + "\n");
        return ExitCode.Clean;
    }
}
