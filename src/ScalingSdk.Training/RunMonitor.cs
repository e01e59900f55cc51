using ScalingSdk.Diagnostics;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training;

/// <summary>Holds a run against its forecast while it trains, and says what it finds, once for each episode.</summary>
public sealed class RunMonitor
{
    private readonly double _planned;
    private readonly DivergenceWatch _divergence;
    private readonly OverfittingWatch _overfitting = new();
    private readonly DeviationWatch? _deviation;
    private readonly PlateauWatch? _plateau;
    private readonly Smoothed _loss;
    private double _tokens;
    private long _step;

    /// <summary>A monitor without a forecast: divergence and overfitting alone.</summary>
    /// <param name="planned">The planned tokens.</param>
    public RunMonitor(Tokens planned)
    {
        if (!(planned.Count > 0))
            throw new ArgumentOutOfRangeException(nameof(planned), planned.Count, "a run has more than zero planned tokens");
        _planned = planned.Count;
        _divergence = new(_planned);
        _loss = new(0.01 * _planned);
    }

    /// <summary>A monitor against a forecast.</summary>
    public RunMonitor(RunForecast forecast)
        : this((forecast ?? throw new ArgumentNullException(nameof(forecast))).Tokens)
    {
        Forecast = forecast;
        _deviation = new(forecast);
        _plateau = new(forecast);
    }

    /// <summary>The forecast that the run is compared with; null where there is no forecast.</summary>
    public RunForecast? Forecast { get; }

    /// <summary>The training loss averaged over 1 % of the run; null before the first.</summary>
    public double? SmoothedLoss => _loss.Count > 0 ? Math.Exp(_loss.Mean) : null;

    /// <summary>Takes the training loss of a step.</summary>
    /// <param name="step">The optimizer step.</param>
    /// <param name="tokens">The tokens seen, this step's included.</param>
    /// <param name="loss">Its loss, in nats per token.</param>
    /// <returns>What was found, mostly nothing.</returns>
    public IReadOnlyList<RunEvent> Observe(long step, double tokens, double loss)
    {
        var since = tokens - _tokens;
        (_step, _tokens) = (step, tokens);
        var events = new List<RunEvent>();
        Add(events, RunRules.Divergence, _divergence.Observe(tokens, since, loss));
        if (!double.IsFinite(loss) || loss <= 0)
            return events;
        _loss.Add(Math.Log(loss), since);
        Add(events, RunRules.Deviation, _deviation?.Observe(tokens, since, loss));
        Add(events, RunRules.Plateau, _plateau?.Observe(tokens, loss));
        return events;
    }

    /// <summary>Takes a validation loss at the tokens of the last step.</summary>
    public IReadOnlyList<RunEvent> ObserveValidation(double loss)
    {
        var events = new List<RunEvent>();
        Add(events, RunRules.Overfitting, _overfitting.Observe(_tokens, loss, SmoothedLoss));
        return events;
    }

    /// <summary>Holds the loss of the finished run, on the text that the forecast is of, against the forecast of the end.</summary>
    public IReadOnlyList<RunEvent> Finish(double loss)
    {
        var events = new List<RunEvent>();
        Add(events, RunRules.Deviation, _deviation?.AtEnd(loss));
        return events;
    }

    private void Add(List<RunEvent> events, RuleInfo rule, string? message)
    {
        if (message is not null)
            events.Add(new(rule, _step, _tokens, message));
    }
}
