using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Training;

/// <summary>The shape of Kaplan et al. 2020, eq. 5.6 at a constant batch (eq. 5.4), for the first run, before there are others of its schedule.</summary>
/// <remarks>
/// The paper gives the curve no interval and excludes the warm-up: the band is stated, not derived, and the first tenth of
/// the run has no forecast.
/// </remarks>
/// <param name="model">The weights without embeddings, Kaplan's N.</param>
/// <param name="tokens">The planned tokens.</param>
/// <param name="batch">The batch.</param>
/// <param name="band">Half the width of the band at the start of the run, as a part of the loss; it closes towards the end.</param>
public sealed class KaplanCurve(NonEmbeddingWeights model, Tokens tokens, BatchTokens batch, double band = 0.15) : LearningCurve
{
    private const double First = 0.1;
    private const double Coverage = 0.9;
    private readonly double _end = Math.Log(KaplanProgress.LossAfter(model, tokens.Count, batch.Count));

    /// <inheritdoc/>
    public override string Source => $"{Kaplan2020.Law.Info.Id} eq. 5.6";

    /// <inheritdoc/>
    public override Interval? ExcessAt(double part)
    {
        if (part is < First or > 1)
            return null;
        var excess = Math.Log(KaplanProgress.LossAfter(model, part * tokens.Count, batch.Count)) - _end;
        var half = band * (1 - part);
        return new(excess - half, excess, excess + half, Coverage);
    }
}
