using System.Diagnostics.Metrics;

namespace ScalingSdk.Training;

/// <summary>The instruments of a run, for any listener of System.Diagnostics.Metrics: OpenTelemetry, dotnet-counters, a test.</summary>
public sealed class RunInstruments : IDisposable
{
    /// <summary>The name of the meter, to be given to an exporter.</summary>
    public const string MeterName = "ScalingSdk.Training";

    private readonly Meter _meter;
    private readonly Counter<long> _tokens;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _events;
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);
    private readonly object _lock = new();

    /// <summary>The instruments of one run.</summary>
    /// <param name="run">The run's name: the tag <c>scaling.run</c> of every measurement.</param>
    public RunInstruments(string run)
    {
        _meter = new(MeterName, typeof(RunInstruments).Assembly.GetName().Version?.ToString(3), [new("scaling.run", run)]);
        _tokens = _meter.CreateCounter<long>("scaling.run.tokens", "{token}", "Tokens trained");
        _steps = _meter.CreateCounter<long>("scaling.run.steps", "{step}", "Optimizer steps");
        _events = _meter.CreateCounter<long>("scaling.run.events", "{event}", "Findings about the run, by scaling.rule");
        Gauge("scaling.run.loss", "nat/token", "Training loss of the last step");
        Gauge("scaling.run.loss.validation", "nat/token", "Last validation loss");
        Gauge("scaling.run.loss.forecast", "nat/token", "Forecast of the loss after the tokens seen");
        Gauge("scaling.run.batch", "{token}", "Batch of the last step");
        Gauge("scaling.run.critical_batch.measured", "{token}", "Gradient noise scale");
        Gauge("scaling.run.critical_batch.predicted", "{token}", "Critical batch by the law of the plan");
    }

    /// <summary>Counts a step and sets loss, batch and, where a curve says, the forecast.</summary>
    public void Step(double tokensSeen, long batchTokens, double loss, RunForecast? forecast = null)
    {
        _steps.Add(1);
        _tokens.Add(batchTokens);
        Set("scaling.run.batch", batchTokens);
        Set("scaling.run.loss", loss);
        if (forecast?.At(tokensSeen) is { } expected)
            Set("scaling.run.loss.forecast", expected.Median);
    }

    /// <summary>Sets the validation loss.</summary>
    public void Validation(double loss) => Set("scaling.run.loss.validation", loss);

    /// <summary>Sets the measured critical batch and the predicted one.</summary>
    public void CriticalBatch(CriticalBatchComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Set("scaling.run.critical_batch.measured", comparison.Measured.Count);
        Set("scaling.run.critical_batch.predicted", comparison.Predicted.Count);
    }

    /// <summary>Counts a finding.</summary>
    public void Event(RunEvent found)
    {
        ArgumentNullException.ThrowIfNull(found);
        _events.Add(1, new KeyValuePair<string, object?>("scaling.rule", found.Rule.Id));
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Set(string name, double value)
    {
        lock (_lock)
            _values[name] = value;
    }

    // Nothing is reported before there is a value.
    private void Gauge(string name, string unit, string description) => _meter.CreateObservableGauge(name, () => Measure(name), unit, description);

    private Measurement<double>[] Measure(string name)
    {
        lock (_lock)
            return _values.TryGetValue(name, out var value) ? [new(value)] : [];
    }
}
