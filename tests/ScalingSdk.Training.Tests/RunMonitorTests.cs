using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training.Tests;

public sealed class RunMonitorTests
{
    private static readonly Tokens Million = new(1e6);

    // The shape of a cosine run: a power law with a last part that falls faster than it.
    private static double Cosine(double part) => 2.0 * Math.Pow(part + 0.01, -0.1) * (1 + (0.08 * Math.Cos(Math.PI * part)));

    private static RunForecast Forecast(LearningCurve? curve) => RunForecast.Stated(Million, Made.Around(Cosine(1)), curve, "my-runs");

    private static CurveOfRuns Earlier { get; } = new(Enumerable.Range(10, 3).Select(seed => Record(Made.Steps(Cosine, seed))));

    private static RunRecord Record(IEnumerable<RunPoint> points)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var log = RunLog.Open(path, Made.Start() with { PlannedTokens = 1e6 }))
            {
                foreach (var point in points)
                    log.Step(point);
                log.Finish(new(1000, 1e6, 1.8));
            }

            return RunRecord.Read(File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Observe_ANormalCosineRun_AgainstRunsOfItsSchedule_FindsNothing()
    {
        var found = Enumerable.Range(100, 50).SelectMany(seed => new RunMonitor(Forecast(Earlier)).Observe(Made.Steps(Cosine, seed)));

        Assert.Empty(found);
    }

    // L(N, D) of the tokens seen lies below a run whose schedule ends later: without a curve nothing is said before the end.
    [Fact]
    public void Observe_ANormalCosineRun_WithoutACurve_FindsNothing() =>
        Assert.Empty(new RunMonitor(Forecast(null)).Observe(Made.Steps(Cosine)));

    [Fact]
    public void Observe_ARunOfTheFormOfKaplan_AgainstItsCurve_FindsNothing()
    {
        var (model, batch) = (new NonEmbeddingWeights(1e6), new BatchTokens(1000));
        var curve = new KaplanCurve(model, Million, batch);
        var end = KaplanProgress.LossAfter(model, 1e6, 1000);

        var monitor = new RunMonitor(RunForecast.Stated(Million, Made.Around(end), curve));

        Assert.Empty(monitor.Observe(Made.Steps(part => KaplanProgress.LossAfter(model, part * 1e6, 1000))));
    }

    [Fact]
    public void Observe_ARunThatLeavesTheForecast_SaysSoOnceWithTheNumbers()
    {
        var found = new RunMonitor(Forecast(Earlier)).Observe(Made.Steps(part => Cosine(part) * (part > 0.5 ? 1.12 : 1)));

        var deviation = Assert.Single(found, static e => e.Rule == RunRules.Deviation);
        Assert.Same(found[0], deviation);
        Assert.InRange(deviation.Tokens, 0.52e6, 0.56e6);
        Assert.Contains("above the forecast", deviation.Message, StringComparison.Ordinal);
        Assert.Contains("3 earlier runs of the same schedule", deviation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_ALossFarBelowTheForecast_IsADeviationToo() =>
        Assert.Contains("below the forecast", Assert.Single(new RunMonitor(Forecast(Earlier)).Observe(Made.Steps(part => Cosine(part) * 0.8))).Message, StringComparison.Ordinal);

    [Fact]
    public void Observe_ALossThatIsNotFinite_IsADivergenceAtOnce()
    {
        var monitor = new RunMonitor(Million);

        var found = monitor.Observe(1, 1000, double.NaN);

        Assert.Equal("SCALE7002", Assert.Single(found).Rule.Id);
        Assert.Empty(monitor.Observe(2, 2000, double.NaN));
    }

    [Fact]
    public void Observe_ALossThatRisesAndStays_IsADivergence()
    {
        var found = new RunMonitor(Million).Observe(Made.Steps(part => part < 0.4 ? Cosine(part) : Cosine(0.4) * (1 + (5 * (part - 0.4)))));

        Assert.Equal("SCALE7002", Assert.Single(found).Rule.Id);
        Assert.InRange(found[0].Step, 450, 480);
    }

    [Fact]
    public void Observe_ASpikeThatHeals_IsNoDivergence() =>
        Assert.Empty(new RunMonitor(Million).Observe(Made.Steps(part => part is > 0.4 and < 0.403 ? 9 : Cosine(part))));

    [Fact]
    public void Observe_ALossThatStopsFalling_IsAPlateauBeforeItIsADeviation()
    {
        var wide = RunForecast.Stated(Million, Made.Around(Cosine(1), 0.15), Earlier);

        var found = new RunMonitor(wide).Observe(Made.Steps(part => Cosine(Math.Min(part, 0.4))));

        Assert.Equal("SCALE7003", found[0].Rule.Id);
        Assert.InRange(found[0].Tokens, 0.44e6, 0.6e6);
    }

    [Fact]
    public void ObserveValidation_ThatTurnsUpWhileTrainingFalls_IsOverfitting()
    {
        var monitor = new RunMonitor(Million);
        var found = new List<RunEvent>();

        foreach (var point in Made.Steps(Cosine))
        {
            monitor.Observe(point.Step, point.Tokens, point.Loss);
            if (point.Step % 50 == 0)
                found.AddRange(monitor.ObserveValidation(2.5 + Math.Pow((point.Tokens / 1e6) - 0.5, 2)));
        }

        var overfitting = Assert.Single(found);
        Assert.Equal("SCALE7004", overfitting.Rule.Id);
        Assert.Contains("its least, '2.5'", overfitting.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_OutsideTheInterval_IsADeviation()
    {
        var forecast = Forecast(null);

        Assert.Empty(new RunMonitor(forecast).Finish(forecast.End.Median));
        Assert.Equal("SCALE7001", Assert.Single(new RunMonitor(forecast).Finish(forecast.End.High * 1.01)).Rule.Id);
    }

    [Fact]
    public void Of_APublishedLaw_HasItsIntervalAndTheSeedNoise()
    {
        var (n, d) = (new ActiveParameters(1e9), new Tokens(2e10));

        var forecast = RunForecast.Of(Besiroglu2024.Law, n, d);

        var law = Besiroglu2024.Law.LossInterval(n, d).Value;
        Assert.True(forecast.End.Low < law.Low && forecast.End.High > law.High && forecast.End.Median == law.Median);
        Assert.Null(forecast.At(1e10));
        Assert.Equal(forecast.End, forecast.At(2e10));
    }

    [Fact]
    public void CurveOfRuns_WithoutAFinishedRun_SaysWhatIsMissing() =>
        Assert.Contains("no run is finished", Assert.Throws<ArgumentException>(() => new CurveOfRuns(RunRecord.Read(""))).Message, StringComparison.Ordinal);
}
