using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>A stage of a batch schedule: from these tokens on, the critical batch has doubled once more.</summary>
/// <param name="Tokens">Tokens processed when the stage begins.</param>
/// <param name="Loss">Kaplan's loss inside the run at that point (eq. 5.6), which is not that of a shorter run.</param>
/// <param name="Batch">The critical batch at that loss (eq. 5.3).</param>
public sealed record CriticalBatchStage(Tokens Tokens, KaplanLoss Loss, BatchTokens Batch)
{
    // The learning curve holds after the warmup, which this many updates stand for.
    private const double FirstUpdates = 1000;

    // B_crit ~ L^(-1/0.21): the loss falls by this factor, 13.5 %, while the batch doubles.
    private static readonly double LossOfDoubling = Math.Pow(2, -0.21);

    private const int MostStages = 16;
    private const int Slices = 32;

    /// <summary>The batch in whole sequences of a stated length: the nearest number, and at least one.</summary>
    public double Sequences(int sequenceLength) => Math.Max(1, Math.Round(Batch.Sequences(sequenceLength)));

    internal static IReadOnlyList<CriticalBatchStage> Of(TrainingPlan plan)
    {
        if (plan.Run is not { } run || !plan.Size.LawsApply || plan.Size.Counts.IsRouted)
            return [];
        var n = plan.Size.Counts.Weights;
        var (updates, loss) = (FirstUpdates, Kaplan2020.Law.LossAfter(n, new(FirstUpdates)));
        if (!loss.HasValue)
            return [];
        var stages = new List<CriticalBatchStage>();
        var tokens = 2 * updates * BatchAt(loss.Value);
        while (tokens < run.Tokens.Count && stages.Count < MostStages)
        {
            stages.Add(new(new(tokens), loss.Value, new(BatchAt(loss.Value))));
            var target = loss.Value with { NatsPerToken = loss.Value.NatsPerToken * LossOfDoubling };
            var next = Kaplan2020.Law.UpdatesTo(n, target);
            if (!next.HasValue)
                break;
            tokens += TokensBetween(n, updates, next.Value.Count);
            (updates, loss) = (next.Value.Count, Answer<KaplanLoss>.Of(target, loss.Outside, loss.Source));
        }

        return stages;
    }

    private static double BatchAt(KaplanLoss loss) => Kaplan2020.Law.CriticalBatch(loss).Value.Count;

    // At the critical batch throughout S = 2 S_min, so that the tokens are the integral of 2 B dS_min: Simpson's rule over ln S_min.
    private static double TokensBetween(NonEmbeddingWeights n, double from, double to)
    {
        var step = Math.Log(to / from) / Slices;
        var sum = 0.0;
        for (var i = 0; i <= Slices; i++)
        {
            var updates = from * Math.Exp(i * step);
            var weight = i is 0 or Slices ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * 2 * updates * BatchAt(Kaplan2020.Law.LossAfter(n, new(updates)).Value);
        }

        return sum * step / 3;
    }
}
