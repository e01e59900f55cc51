using System.Diagnostics.Metrics;
using ScalingSdk.Laws;

namespace ScalingSdk.Training.Tests;

public sealed class RunInstrumentsTests
{
    [Fact]
    public void Instruments_OfARun_AreSeenByAListener()
    {
        var seen = new Dictionary<string, double>();
        using var instruments = new RunInstruments("listened");
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument.Meter.Name == RunInstruments.MeterName && instrument.Meter.Tags!.Any(static tag => Equals(tag.Value, "listened")))
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();

        instruments.Step(512, 512, 3.5);
        instruments.Step(1024, 512, 3.25, RunForecast.Stated(new Tokens(1000), Made.Around(3)));
        instruments.Event(new(RunRules.Plateau, 2, 1024, ""));
        instruments.CriticalBatch(new(new BatchTokens(2000), new BatchTokens(1000), 0.1));
        listener.RecordObservableInstruments();

        Assert.Equal(
            "scaling.run.batch 512, scaling.run.critical_batch.measured 2000, scaling.run.critical_batch.predicted 1000, "
            + "scaling.run.events 1, scaling.run.loss 3.25, scaling.run.loss.forecast 3, scaling.run.steps 2, scaling.run.tokens 1024",
            string.Join(", ", seen.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => FormattableString.Invariant($"{pair.Key} {pair.Value}"))));
    }
}
