using System.CommandLine;
using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Corpora;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling worth</c>: what a token of one corpus is worth in tokens of another, from runs on both.</summary>
internal sealed class WorthCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _runs = new("runs") { Description = "Runs with a column 'corpus', all measured on one validation set", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _reference = new("--reference") { Description = "The corpus to measure the others in; unless stated, the first one", HelpName = "corpus" };
    private readonly FitInputs _inputs;
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public WorthCommand(Terminal terminal)
        : base("worth", "What a token of one corpus is worth in tokens of another")
    {
        _terminal = terminal;
        Arguments.Add(_runs);
        Options.Add(_reference);
        _inputs = new(this, resamples: 1_000);
        Options.Add(_format);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        _inputs.RequireForWorth(options);
        var runs = _inputs.Read(options, options.GetValue(_runs)!, _terminal, anyCorpora: true);
        if (runs.Corpora is not [var first, _, ..] corpora)
            throw new InputException($"'{runs.Source}' has runs of {(runs.Corpora.Count == 0 ? "no corpus that it names: --column corpus=... states the column" : "one corpus: what its data are worth is told beside another")}");
        var reference = options.GetValue(_reference) ?? first;
        if (!corpora.Contains(reference, StringComparer.Ordinal))
            throw new UsageException($"--reference: no run is of '{reference}'; {Suggest.Hint(Suggest.Nearest(reference, corpora), "the corpora are " + Suggest.List(corpora))}");
        var worth = Progress.Watch(
            "fitting", () => WorthOfData.Of(runs, reference, _inputs.FitOptions(options), new BootstrapOptions { Resamples = _inputs.Resamples(options), Resampling = Resampling.Runs }, RunFit.Coverage), _terminal, cancellation);
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(WorthText.Json(worth, runs, reference));
                break;
            case OutputFormat.Markdown:
                var markdown = new MarkdownPage();
                WorthText.Write(worth, runs, reference, markdown);
                _terminal.Out.Write(markdown.ToString());
                break;
            default:
                WorthText.Write(worth, runs, reference, new Page(_terminal));
                break;
        }

        return worth.Fit.Trusted ? ExitCode.Clean : ExitCode.Findings;
    }
}
