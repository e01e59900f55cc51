using System.CommandLine;
using ScalingSdk.Fitting.Curves;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Schedules;
using ScalingSdk.Laws;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling forecast</c>: what the loss of a run will be at more steps of the same schedule.</summary>
internal sealed class ForecastCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _log = new("log") { Description = "The log of a run, in any format that 'scaling fit' reads; '-' is standard input" };
    private readonly Option<string?> _steps = new("--steps") { Description = "The step to forecast: 40000", HelpName = "steps" };
    private readonly Option<string?> _tokens = new("--at-tokens") { Description = "The tokens to forecast, if the log or --tokens-per-step states the tokens of a step: 10B", HelpName = "tokens" };
    private readonly Option<string?> _schedule = new("--schedule") { Description = "The end of a run under another schedule, from logs with learning rates: wsd:0.2 (the share that decays), cosine, cosine:0.1 (the last rate), linear. Where the log has none: constant or decaying", HelpName = "schedule" };
    private readonly RunInputs _inputs;
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public ForecastCommand(Terminal terminal)
        : base("forecast", "The loss of a run at more steps of the same schedule, from its log so far")
    {
        _terminal = terminal;
        Arguments.Add(_log);
        foreach (var option in new Option[] { _steps, _tokens, _schedule })
            Options.Add(option);
        _inputs = new(this);
        Options.Add(_format);
        SetAction((options, _) => Task.FromResult(Run(options)));
    }

    private int Run(ParseResult options)
    {
        var path = options.GetValue(_log)!;
        _inputs.RequireForCurves(options, "'scaling forecast'");
        var set = _inputs.Curves(options, [path], _terminal);
        var asked = options.GetValue(_schedule);
        if (asked is not (null or "constant" or "decaying"))
            return Write(options, set, [Under(RateSchedule.Parse(asked) ?? throw new UsageException($"--schedule: '{asked}' is not a schedule such as 'wsd:0.2', 'cosine:0.1', 'linear', 'constant' or 'decaying'"), set, options)]);
        var schedule = asked switch
        {
            null => (RateTrend?)null,
            "constant" => RateTrend.Constant,
            _ => RateTrend.Decaying,
        };
        var forecasts = set.Curves.Select(curve => (Curve: curve, Forecast: CurveForecast.Of(curve, Steps(options, curve), RunFit.Coverage, schedule: schedule))).ToList();
        return Write(options, set, forecasts);
    }

    // All curves of the log as one model's, under one schedule.
    private (TrainingCurve Curve, CurveForecast Forecast) Under(RateSchedule schedule, CurveSet set, ParseResult options)
    {
        var last = set.Curves[^1];
        return (last, ScheduleForecast.Of(set.Curves, schedule, Steps(options, last), RunFit.Coverage));
    }

    private int Write(ParseResult options, CurveSet set, IReadOnlyList<(TrainingCurve Curve, CurveForecast Forecast)> forecasts)
    {
        switch (options.GetValue(_format))
        {
            case OutputFormat.Json:
                _terminal.Out.Write(ForecastText.Json(forecasts, set));
                break;
            case OutputFormat.Markdown:
                var markdown = new MarkdownPage();
                ForecastText.Write(forecasts, set, markdown);
                _terminal.Out.Write(markdown.ToString());
                break;
            default:
                ForecastText.Write(forecasts, set, new Page(_terminal));
                break;
        }

        return forecasts.All(static pair => pair.Forecast.Interval is not null) ? ExitCode.Clean : ExitCode.Findings;
    }

    private double Steps(ParseResult options, TrainingCurve curve)
    {
        if (options.GetValue(_steps) is { } steps)
            return RunInputs.Count(_steps, steps, Unit.Number);
        if (options.GetValue(_tokens) is not { } tokens)
            throw new UsageException("say how far: --steps 40000, or --at-tokens 10B");
        var perStep = curve.TokensPerStep ?? (curve.Tokens is { } seen && curve.Steps[^1] > 0 ? seen[^1] / curve.Steps[^1] : null);
        return RunInputs.Count(_tokens, tokens, Unit.Tokens) / (perStep ?? throw new UsageException("the log does not say the tokens of a step: --tokens-per-step 524288, or ask with --steps"));
    }
}
