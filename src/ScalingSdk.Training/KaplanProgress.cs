using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training;

/// <summary>How far a run is after some tokens, by the learning curves of Kaplan et al. 2020 (eq. 5.6) and the critical batch (eqs. 5.3, 5.4).</summary>
internal static class KaplanProgress
{
    /// <summary>The relative width of a step of the integral over S_min.</summary>
    private const double Grid = 0.002;

    /// <summary>The stages of a batch that follows the critical one in powers of two.</summary>
    /// <remarks>A token advances S_min by 1/(B + B_crit): eq. 5.4 for a batch that changes.</remarks>
    internal static IEnumerable<BatchStage> Doublings(NonEmbeddingWeights n, long first, long largest, long tokens)
    {
        yield return new(0, first);
        var batch = first;
        double seen = 0;
        for (var s = 1.0; seen < tokens && batch <= largest / 2; s *= 1 + Grid)
        {
            var loss = Loss(n, s);
            var critical = Critical(loss);
            if (critical >= 2.0 * batch)
            {
                batch *= 2;
                yield return new((long)Math.Max(1, Math.Ceiling(seen)), batch, loss);
            }

            seen += s * Grid * (batch + critical);
        }
    }

    /// <summary>The loss after these tokens at a constant batch: D = S_min (B + B_crit(L)), solved for S_min.</summary>
    internal static double LossAfter(NonEmbeddingWeights n, double tokens, double batch)
    {
        double low = 1e-3, high = tokens / batch;
        for (var i = 0; i < 100; i++)
        {
            var middle = Math.Sqrt(low * high);
            if (middle * (batch + Critical(Loss(n, middle))) < tokens)
                low = middle;
            else
                high = middle;
        }

        return Loss(n, high);
    }

    private static double Loss(NonEmbeddingWeights n, double fewestSteps) =>
        Kaplan2020.Law.LossAfter(n, new MinimumSteps(fewestSteps)).Value.NatsPerToken;

    private static double Critical(double loss) => Kaplan2020.Law.CriticalBatch(new KaplanLoss(loss, "")).Value.Count;
}
