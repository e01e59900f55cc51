using System.CommandLine;
using ScalingSdk.Tool.Charts;
using ScalingSdk.Tool.Comparing;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Reports;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling compare</c>: specs side by side.</summary>
internal sealed class CompareCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _specs = new("specs") { Description = "Two or more specs, folders, patterns or config.json files; flags override all of them", Arity = ArgumentArity.OneOrMore };
    private readonly FlagValues _flags = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Also write the frontier chart (*.svg, *.png, *.pdf) or a page with table, findings and chart (*.html)" };
    private readonly PictureOptions _pictures;
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public CompareCommand(Terminal terminal)
        : base("compare", "Compare specs: the figures that differ, the findings, and one frontier chart")
    {
        _terminal = terminal;
        Arguments.Add(_specs.AsTyped());
        _flags.AddTo(this);
        Options.Add(_output);
        _pictures = PictureOptions.OfPictures(this);
        Options.Add(_format);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var given = _flags.Given(options);
        var files = SpecArguments.Expand(options.GetValue(_specs)!);
        if (files.Count < 2)
            throw new UsageException($"'{files[0]}' is one spec; give two or more: 'scaling compare a.scaling.json b.scaling.json'");
        var specs = new List<(string Name, PlanView View)>();
        foreach (var file in files)
        {
            var input = SpecInput.FromFile(file, _terminal, given);
            var result = input.Run(cancellation);
            if (result.Plan is null)
                return Problems.Refuse(input, result, _terminal);
            specs.Add((SpecArguments.ShortName(file, files), input.View(result, cancellation)));
        }

        var comparison = new Comparison(specs);
        if (options.GetValue(_output) is { } path)
            WriteFile(comparison, path, options);
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(ComparisonText.Json(comparison));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(ComparisonText.Markdown(comparison));
                break;
            default:
                ComparisonText.Write(comparison, new Page(_terminal));
                break;
        }

        return ExitCode.Clean;
    }

    private void WriteFile(Comparison comparison, string path, ParseResult options)
    {
        if (path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, HtmlReport.Write(comparison, _pictures.Of(options)), replace: true);
        else
            ChartFile.Write(comparison.Chart ?? throw new UsageException("there is nothing to draw: no law gives a compute-optimal size for these specs"), path, _pictures.Of(options), _pictures.Dpi(options));
    }
}
