using System.CommandLine;
using ScalingSdk.Charts;
using ScalingSdk.Charts.Fits;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling plot</c>: one picture of a plan, as SVG, PNG or PDF.</summary>
internal sealed class PlotCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _chart = new("chart")
    {
        Description = $"{string.Join(", ", PlanCharts.Names)}; of runs: {string.Join(", ", FitCharts.Names)}",
        HelpName = "chart",
    };
    private readonly Argument<string?> _spec = new("spec")
    {
        Description = "A *.scaling.json, config.json or runs; '-' is standard input. Flags override it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly FlagValues _flags = new();
    private readonly FitInputs _inputs;
    private readonly PictureOptions _pictures;
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The picture to write, *.svg, *.png or *.pdf; without it, SVG on standard output" };

    public PlotCommand(Terminal terminal)
        : base("plot", "One picture of a plan or a fit, as SVG, PNG or PDF")
    {
        _terminal = terminal;
        Arguments.Add(_chart);
        Arguments.Add(_spec);
        _flags.AddTo(this);
        Options.Add(_output);
        _pictures = PictureOptions.OfPictures(this);
        _inputs = new(this, RunFit.ResamplesToDraw);
        _chart.AcceptOnlyFromAmong([.. PlanCharts.Names, .. FitCharts.Names]);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var given = _flags.Given(options);
        var (name, path) = (options.GetValue(_chart)!, options.GetValue(_output));
        if (options.GetValue(_spec) is null && given.Count == 0)
            throw new UsageException($"give a spec, a config.json or flags: 'scaling plot {name} --params 7B --tokens 1T'");
        if (FitCharts.Names.Contains(name, StringComparer.Ordinal))
            return Write(Fitted(name, options.GetValue(_spec) ?? throw new UsageException($"'{name}' is drawn from runs: 'scaling plot {name} runs.csv'"), options, cancellation), path, options);
        var input = options.GetValue(_spec) is { } spec ? SpecInput.FromFile(spec, _terminal, given) : SpecInput.FromFlags(_terminal, given);
        var result = input.Run(cancellation);
        if (result.Plan is not { } plan)
            return Problems.Refuse(input, result, _terminal);
        return Write(PlanCharts.Of(plan, name)
            ?? throw new UsageException($"there is nothing to draw: '{name}' needs a size and tokens or compute, and a law that answers for them"), path, options);
    }

    private int Write(Chart chart, string? path, ParseResult options)
    {
        if (path is null or InputFile.Standard)
            _terminal.Out.Write(ChartSvg.Of(chart, _pictures.Of(options)));
        else
            ChartFile.Write(chart, path, _pictures.Of(options), _pictures.Dpi(options));
        return ExitCode.Clean;
    }

    private Chart Fitted(string name, string runs, ParseResult options, CancellationToken cancellation)
    {
        if (_inputs.Fit(options, [runs], _terminal, cancellation) is not [var fit])
            throw new UsageException("a picture is of one fit: --where keeps the runs of one part");
        return FitPictures.Of(fit).FirstOrDefault(chart => string.Equals(chart.Id, name, StringComparison.Ordinal))
            ?? throw new InputException($"no law could be fitted to '{runs}'");
    }
}
