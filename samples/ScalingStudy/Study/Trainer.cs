using ScalingSdk.Quantities;
using ScalingSdk.Training;
using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>Trains one run on one thread and logs it. A log with an end is not trained again.</summary>
/// <param name="corpus">The text.</param>
/// <param name="folder">Where logs are written.</param>
internal sealed class Trainer(Corpus corpus, string folder)
{
    private const double WarmUp = 0.05;
    private const double LeastRate = 0.02;
    private const int Sequence = Shape.Context + 1;
    private const int Evaluated = 1024;

    /// <summary>The loss on held-out text, in nats per byte; NaN where the run diverged.</summary>
    public RunRecord Train(RunPlan plan, RunForecast? forecast = null, Metrics? metrics = null) =>
        TrainInto(Path.Combine(folder, plan.Name + ".jsonl"), plan, plan.Name, forecast, metrics);

    /// <summary>The same, with a log and a name of the caller's.</summary>
    public RunRecord TrainInto(string path, RunPlan plan, string name, RunForecast? forecast = null, Metrics? metrics = null)
    {
        if (File.Exists(path) && RunRecord.Read(File.ReadAllText(path)) is { Result: not null } done)
            return done;
        using (var log = RunLog.Open(path, Start(plan, name)))
            Train(plan, log, forecast is null ? new(new Tokens(plan.Tokens)) : new(forecast), metrics);
        return RunRecord.Read(File.ReadAllText(path));
    }

    private void Train(RunPlan plan, RunLog log, RunMonitor monitor, Metrics? metrics)
    {
        var schedule = BatchSchedule.Constant(plan.BatchTokens, plan.Tokens);
        var model = new Gpt(plan.Shape, plan.Seed);
        var adam = new AdamW(model.Data.Length);
        var order = new TextOrder(corpus.Training, plan.Seed);
        var batch = new byte[plan.BatchTokens / Shape.Context * Sequence];
        var (steps, logged) = (schedule.Steps, Math.Max(1, schedule.Steps / 200));
        for (long step = 1, seen = 0; step <= steps; step++)
        {
            order.Next(batch);
            metrics?.BeforeStep(step, model, batch);
            Array.Clear(model.Gradient);
            var loss = model.LossAndGradient(batch);
            var rate = plan.Rate * RateAt((double)step / steps);
            adam.Step(model.Data, model.Gradient, rate);
            seen += plan.BatchTokens;
            metrics?.AfterStep(seen, plan.BatchTokens, loss, monitor.Forecast, model);
            Tell(monitor.Observe(step, seen, loss), log, metrics);
            if (step % logged == 0 || step == steps)
                log.Step(new(step, seen, loss, plan.BatchTokens, rate));
            if (!double.IsFinite(loss))
                break;
        }

        var held = Evaluate(model);
        metrics?.Validation(held);
        Tell(monitor.Finish(held), log, metrics);
        log.Finish(new(steps, steps * plan.BatchTokens, held));
    }

    private static void Tell(IEnumerable<RunEvent> events, RunLog log, Metrics? metrics)
    {
        foreach (var found in events)
        {
            log.Event(found);
            metrics?.Event(found);
        }
    }

    /// <summary>The mean loss of sequences spread over the held-out text.</summary>
    private double Evaluate(Gpt model)
    {
        var count = Math.Min(Evaluated, corpus.Validation.Length / Sequence);
        var stride = (corpus.Validation.Length - Sequence) / Math.Max(1, count);
        var text = new byte[count * Sequence];
        for (var i = 0; i < count; i++)
            corpus.Validation.AsSpan(i * stride, Sequence).CopyTo(text.AsSpan(i * Sequence));
        return model.Loss(text);
    }

    private static RunStart Start(RunPlan plan, string name) => new()
    {
        Name = name,
        ActiveParameters = plan.Shape.Parameters,
        PlannedTokens = plan.Tokens,
        Seed = plan.Seed,
        LearningRate = plan.Rate,
        Corpus = "reference-packs",
    };

    /// <summary>Warm-up over 5 % of the run, then a line down to 2 %.</summary>
    private static double RateAt(double part) => part < WarmUp
        ? part / WarmUp
        : LeastRate + ((1 - LeastRate) * (1 - part) / (1 - WarmUp));
}
