using System.CommandLine;
using System.CommandLine.Completions;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The options of how a law is fitted to runs, and of how they are read: <c>fit</c>, <c>plot</c>, <c>report</c> and <c>sweep --next</c> have them.</summary>
internal sealed class FitInputs
{
    private readonly RunInputs _runs;
    private readonly Option<string> _form = new("--form") { Description = "The form of the law", HelpName = "form", DefaultValueFactory = static _ => "chinchilla" };
    private readonly Option<int> _resamples;
    private readonly Option<string?> _resample = new("--resample") { Description = "What to resample for the intervals: runs, sizes, budgets or groups; unless stated, the unit that shares errors", HelpName = "what" };
    private readonly Option<string?> _penalty = new("--penalty") { Description = "The penalty of a residual: huber, huber:1e-4, squares, or below:0.1 for noise that only raises a loss", HelpName = "penalty" };
    private readonly Option<string[]> _pin = new("--pin") { Description = "Holds a constant at a value: --pin E=1.69", HelpName = "constant=value" };
    private readonly Option<bool> _pool = new("--pool") { Description = "Fits runs of several corpora as one" };

    public FitInputs(Command command, int resamples)
    {
        _runs = new(command);
        _resamples = new("--resamples") { Description = "Resamples for the intervals; 0 is none", DefaultValueFactory = _ => resamples };
        foreach (var option in new Option[] { _form, _resamples, _resample, _penalty, _pin, _pool })
            command.Options.Add(option);
        _form.CompletionSources.Add(static _ => FitForms.Names.Select(static name => new CompletionItem(name)));
    }

    /// <summary>One fit, or one for each value of <c>--by</c>.</summary>
    /// <exception cref="InputException">A file cannot be read, or has no runs, or they do not go together.</exception>
    /// <exception cref="UsageException">An option is not one.</exception>
    public IReadOnlyList<RunFit> Fit(ParseResult options, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellation, int? resamples = null)
    {
        var (form, fitting) = (Form(options), FitOptions(options));
        var bootstrap = new BootstrapOptions { Resamples = resamples ?? Resamples(options), Resampling = Resampling(options) };
        return [.. Parts(options, paths, terminal, Target(form)).Select(part => RunFit.Of(part.Value, part.Runs, form, fitting, bootstrap, terminal, cancellation))];
    }

    /// <summary>The runs as one set, or a set for each value of <c>--by</c>.</summary>
    /// <exception cref="InputException">A file cannot be read, or has no runs, or they do not go together.</exception>
    public IReadOnlyList<(string? Value, RunSet Runs)> Parts(ParseResult options, IReadOnlyList<string> paths, Terminal terminal, RunTarget target = RunTarget.Loss)
    {
        var runs = _runs.Read(options, paths, terminal, target);
        return _runs.Parts(options)
            ? [.. runs.Parts.OrderBy(static part => part.Value, StringComparer.Ordinal).Select(static part => ((string?)part.Value, part.Runs))]
            : [(null, Whole(runs, options))];
    }

    /// <summary>The runs alone, of one corpus or pooled.</summary>
    public RunSet Read(ParseResult options, IReadOnlyList<string> paths, Terminal terminal, bool anyCorpora = false)
    {
        var runs = _runs.Read(options, paths, terminal);
        return anyCorpora ? runs : Whole(runs, options);
    }

    /// <summary>The curves of logs, with their sizes where something states them.</summary>
    /// <exception cref="InputException">A file cannot be read, or the curves are of several corpora.</exception>
    public CurveSet Curves(ParseResult options, IReadOnlyList<string> paths, Terminal terminal)
    {
        var curves = _runs.Curves(options, paths, terminal);
        if (curves.Corpora is not [var first, _, ..] corpora || options.GetValue(_pool))
            return curves;
        var column = CorpusColumn(curves.Readings);
        throw new InputException($"the curves are of {NumberText.Grouped(corpora.Count)} corpora ('{string.Join("', '", corpora.Take(6).Select(Excerpt.Of))}'), whose losses do not follow one law: '--where {column}={first}' fits one, '--pool' all as one");
    }

    /// <summary>Refuses the options that an approach does not read.</summary>
    /// <exception cref="UsageException">One of them is typed.</exception>
    public void RequireFor(int approach, ParseResult options)
    {
        RequireAbsent(options, $"'--approach {NumberText.Grouped(approach)}'", "leave it out, or leave out '--approach'", [_form, _pin, _resample, _resamples]);
        if (approach is not 1)
            return;
        RequireAbsent(options, "'--approach 1'", "leave it out, or leave out '--approach'", [_penalty]);
        _runs.RequireForCurves(options, "'--approach 1'");
    }

    /// <summary>Refuses the options that a comparison of corpora does not read.</summary>
    /// <exception cref="UsageException">One of them is typed.</exception>
    public void RequireForWorth(ParseResult options)
    {
        RequireAbsent(options, "'scaling worth'", "it has a form of its own and draws runs: leave it out", [_form, _pin, _resample]);
        if (_runs.Parts(options))
            throw new UsageException("'scaling worth' compares all corpora at once and does not take '--by'; keep the rows of one value with '--where column=value'");
    }

    private static void RequireAbsent(ParseResult options, string reader, string instead, Option[] absent)
    {
        if (Array.Find(absent, option => RunInputs.IsTyped(option, options)) is { } typed)
            throw new UsageException($"{reader} does not take '{typed.Name}'; {instead}");
    }

    private static RunTarget Target(LossForm form) => ReferenceEquals(form, LossForm.CriticalBatch) ? RunTarget.CriticalBatch
        : ReferenceEquals(form, LossForm.PowerOfBoth) ? RunTarget.LearningRate
        : RunTarget.Loss;

    public FitOptions FitOptions(ParseResult options) => new() { Penalty = Penalty(options) };

    public LossForm Form(ParseResult options)
    {
        var pins = RunInputs.Pairs(_pin, options.GetValue(_pin) ?? []).ToDictionary(static pair => pair.Key, pair => RunInputs.Number(_pin, pair.Value), StringComparer.Ordinal);
        try
        {
            return FitForms.Find(options.GetValue(_form)!).Pin(pins);
        }
        catch (ArgumentException problem)
        {
            throw new UsageException("--pin: " + problem.Message.Split(" (Parameter", 2)[0]);
        }
    }

    public Resampling Resampling(ParseResult options) => options.GetValue(_resample) switch
    {
        null => ScalingSdk.Fitting.Uncertainty.Resampling.Automatic,
        "runs" => ScalingSdk.Fitting.Uncertainty.Resampling.Runs,
        "sizes" => ScalingSdk.Fitting.Uncertainty.Resampling.Sizes,
        "budgets" => ScalingSdk.Fitting.Uncertainty.Resampling.Budgets,
        "groups" => ScalingSdk.Fitting.Uncertainty.Resampling.Groups,
        var other => throw new UsageException($"--resample: '{other}' is not 'runs', 'sizes', 'budgets' or 'groups'"),
    };

    public int Resamples(ParseResult options) => options.GetValue(_resamples) is >= 0 and <= 1_000_000 and var resamples
        ? resamples
        : throw new UsageException("'--resamples' takes 0 to 1000000");

    private Penalty Penalty(ParseResult options)
    {
        var parts = (options.GetValue(_penalty) ?? "huber").Split(':', 2);
        double? number = parts.Length == 2 ? RunInputs.Number(_penalty, parts[1]) : null;
        if (number is <= 0 || number is > 1e6)
            throw new UsageException($"--penalty: '{parts[1]}' is out of range");
        return parts[0] switch
        {
            "huber" => number is { } delta ? ScalingSdk.Fitting.Optimum.Penalty.HuberOf(delta) : ScalingSdk.Fitting.Optimum.Penalty.Huber,
            "squares" when number is null => ScalingSdk.Fitting.Optimum.Penalty.Squares,
            "below" when number is { } below => ScalingSdk.Fitting.Optimum.Penalty.Asymmetric(ScalingSdk.Fitting.Optimum.Penalty.Huber.Delta, below),
            _ => throw new UsageException($"--penalty: '{options.GetValue(_penalty)}' is not 'huber', 'huber:1e-4', 'squares' or 'below:0.1'"),
        };
    }

    private RunSet Whole(RunSet runs, ParseResult options)
    {
        if (runs.Corpora is not [var first, _, ..] corpora || options.GetValue(_pool))
            return runs;
        var column = CorpusColumn(runs.Readings);
        var counts = string.Join(", ", corpora.Take(6).Select(corpus => $"'{Excerpt.Of(corpus)}' {NumberText.Grouped(runs.Runs.Count(run => string.Equals(run.Corpus, corpus, StringComparison.Ordinal)))}"));
        throw new InputException($"'{runs.Source}' has runs of {NumberText.Grouped(corpora.Count)} corpora ({counts}), whose losses do not follow one law: '--by {column}' fits each, '--where {column}={first}' one, '--pool' all as one");
    }

    private static string CorpusColumn(IReadOnlyList<RunReading> readings) =>
        readings.SelectMany(static reading => reading.Columns).First(static column => column.Field is "corpus").Column;
}
