using System.Diagnostics.Metrics;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

public sealed class RunInstrumentsTests
{
    [Fact]
    public void Instruments_OfARun_AreSeenByAListener()
    {
        var seen = new Dictionary<string, double>();
        using var instruments = new RunInstruments("listened");
        static string Key(Instrument instrument) => $"{instrument.Name} {instrument.Unit}";
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument.Meter.Name == RunInstruments.MeterName && instrument.Meter.Tags!.Any(static tag => Equals(tag.Value, "listened")))
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[Key(instrument)] = seen.GetValueOrDefault(Key(instrument)) + value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[Key(instrument)] = value);
        listener.Start();

        instruments.Step(512, 512, 3.5);
        instruments.Step(1024, 512, 3.25, RunForecast.Stated(new Tokens(1000), Made.Around(3)));
        instruments.Validation(3.5);
        instruments.Event(new(RunRules.Plateau, 2, 1024, ""));
        instruments.CriticalBatch(new(new BatchTokens(2000), new BatchTokens(1000), 0.1));
        listener.RecordObservableInstruments();

        Assert.Equal(
            "scaling.run.batch {token} 512, scaling.run.critical_batch.measured {token} 2000, scaling.run.critical_batch.predicted {token} 1000, "
            + "scaling.run.events {event} 1, scaling.run.loss nat/token 3.25, scaling.run.loss.forecast nat/token 3, scaling.run.loss.validation nat/token 3.5, "
            + "scaling.run.steps {step} 2, scaling.run.tokens {token} 1024",
            string.Join(", ", seen.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => FormattableString.Invariant($"{pair.Key} {pair.Value}"))));
    }
}
