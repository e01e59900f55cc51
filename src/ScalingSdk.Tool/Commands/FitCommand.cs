using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Fitting;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Formulas;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling fit</c>: a law from one's own runs.</summary>
internal sealed class FitCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _runs = new("runs")
    {
        Description = "CSV or JSON Lines with columns for N, D, C and loss; several files are fitted together; '-' is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _form = new("--form") { Description = "The form of the law", HelpName = "form", DefaultValueFactory = static _ => "chinchilla" };
    private readonly Option<int> _resamples = new("--resamples") { Description = "Resamples for the intervals; 0 is none", DefaultValueFactory = static _ => 4_000 };
    private readonly Option<string[]> _columns = new("--column") { Description = "A column where its name does not say it: --column loss=c4_en_ce", HelpName = "field=name" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The law to write: runs.law.json" };
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    private readonly FormulaOptions _formulas;

    public FitCommand(Terminal terminal)
        : base("fit", "Fits a law to your own runs: constants, intervals, diagnostics")
    {
        _terminal = terminal;
        Arguments.Add(_runs);
        foreach (var option in new Option[] { _form, _resamples, _columns, _output, _format })
            Options.Add(option);
        _form.CompletionSources.Add(static _ => FitForms.Names.Select(static name => new CompletionItem(name)));
        _formulas = new(this);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        if (_formulas.Laws(options).Length > 0)
            return FormulaRun.Run(_formulas, options, options.GetValue(_runs)!, _terminal, cancellation);
        var form = FitForms.Find(options.GetValue(_form)!);
        var resamples = options.GetValue(_resamples);
        if (resamples is < 0 or > 1_000_000)
            throw new UsageException("'--resamples' takes 0 to 1000000");
        var fit = RunFit.Of(options.GetValue(_runs)!, form, resamples, Columns(options.GetValue(_columns) ?? []), _terminal, cancellation);
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(FitJson.Write(fit));
                break;
            case OutputFormat.Markdown:
                _terminal.Out.Write(FitMarkdown.Write(fit));
                break;
            default:
                FitText.Write(fit, new Page(_terminal));
                break;
        }

        if (options.GetValue(_output) is { } path && fit.Fit.Diagnostics is not null)
        {
            OutputFile.Write(path, LawJson.Write(fit.Fit, LawName(path), fit.Sample), replace: true);
            _terminal.Error.Write($"{path}: in a spec, \"laws\": {{ \"allocation\": \"{Path.GetFileName(path)}\" }}\n");
        }

        return fit.Fit.Trusted ? ExitCode.Clean : ExitCode.Findings;
    }

    private static Dictionary<string, string> Columns(IEnumerable<string> given)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new UsageException($"--column: '{pair}' is not of the form 'field=name', such as 'loss=c4_en_ce'");
            columns[pair[..equals]] = pair[(equals + 1)..];
        }

        return columns;
    }

    // "runs/My Runs.law.json" is my-runs: small letters, digits and '-'.
    private static string LawName(string path)
    {
        var stem = Path.GetFileName(path).Split('.')[0];
        var name = string.Concat(stem.Select(static c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return name.Length is > 0 and <= 64 ? name : "my-runs";
    }
}
