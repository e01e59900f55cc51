using System.CommandLine;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling forecast</c>: what the loss of a run will be at more steps of the same schedule.</summary>
internal sealed class ForecastCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _log = new("log") { Description = "The log of a run, in any format that 'scaling fit' reads; '-' is standard input" };
    private readonly Option<string?> _steps = new("--steps") { Description = "The step to forecast: 40000", HelpName = "steps" };
    private readonly Option<string?> _tokens = new("--at-tokens") { Description = "The tokens to forecast, where the log or --tokens-per-step says how many a step has: 10B", HelpName = "tokens" };
    private readonly Option<string?> _schedule = new("--schedule") { Description = "What the learning rate does where the log has none: constant or decaying", HelpName = "constant|decaying" };
    private readonly RunInputs _inputs;
    private readonly Option<string> _format = OutputFormat.Option(OutputFormat.Text, OutputFormat.Json);

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
        var set = InputFile.Use(path, _terminal, stream => CurveReader.Read(stream, _inputs.Options(options) with { Source = path is InputFile.Standard ? InputFile.StandardName : Path.GetFileName(path) }));
        if (set.Curves.Count == 0)
            throw new InputException(set.Notes.Count > 0 ? set.Notes[0].ToString() : $"'{path}' has no curve");
        var schedule = options.GetValue(_schedule) switch
        {
            null => (LearningRateSchedule?)null,
            "constant" => LearningRateSchedule.Constant,
            "decaying" => LearningRateSchedule.Decaying,
            var other => throw new UsageException($"--schedule: '{other}' is neither 'constant' nor 'decaying'"),
        };
        var forecasts = set.Curves.Select(curve => (Curve: curve, Forecast: CurveForecast.Of(curve, Steps(options, curve), RunFit.Coverage, schedule: schedule))).ToList();
        if (string.Equals(options.GetValue(_format), OutputFormat.Json, StringComparison.Ordinal))
            _terminal.Out.Write(Json(forecasts));
        else
            Text(forecasts);
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

    private void Text(List<(TrainingCurve Curve, CurveForecast Forecast)> forecasts)
    {
        var page = new Page(_terminal);
        foreach (var (curve, forecast) in forecasts)
        {
            page.Heading($"{curve.Name}: {NumberText.Grouped(curve.Steps.Count)} points to step {NumberText.Grouped(curve.Steps[^1])}");
            page.Line(double.IsNaN(forecast.Loss) ? "No forecast."
                : $"Loss {NumberText.Round(Math.Round(forecast.Loss, 3))} at step {NumberText.Grouped(forecast.Steps)}{(forecast.Interval is { } interval ? $" ({NumberText.Round(Math.Round(interval.Low, 3))} .. {NumberText.Round(Math.Round(interval.High, 3))}, {NumberText.Percent(interval.Coverage)} interval)" : ", without an interval")}; the learning rate is {forecast.Schedule.ToString().ToLowerInvariant()}.");
            foreach (var finding in forecast.Findings)
                page.Fact("! Finding", finding.Text);
        }
    }

    private static string Json(List<(TrainingCurve Curve, CurveForecast Forecast)> forecasts)
    {
        var json = new JsonWriter().StartObject().Name("forecasts").StartArray();
        foreach (var (curve, forecast) in forecasts)
        {
            json.StartObject().Name("run").Value(curve.Name).Name("steps").Value(forecast.Steps).Name("loss").Value(forecast.Loss).Name("interval");
            if (forecast.Interval is { } interval)
                json.StartArray().Value(interval.Low).Value(interval.High).EndArray();
            else
                json.Null();
            json.Name("schedule").Value(forecast.Schedule.ToString().ToLowerInvariant()).Name("findings").StartArray();
            foreach (var finding in forecast.Findings)
                json.Value(finding.Text);
            json.EndArray().EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }
}
