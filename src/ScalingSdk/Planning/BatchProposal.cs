using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The batch that a plan proposes: never one that the same plan calls too large.</summary>
internal static class BatchProposal
{
    /// <summary>
    /// Dense: the smaller of the law's batch and Kaplan's critical batch, itself at most the plateau of merrill-2025. With experts: ling-2025, unless the spec names a law of its own.
    /// </summary>
    /// <param name="law">The law of the spec.</param>
    /// <param name="named">True where the spec names it.</param>
    /// <param name="size">The model.</param>
    /// <param name="tokens">The tokens of the run.</param>
    /// <param name="unique">The unique tokens, on which Kaplan's loss depends.</param>
    public static Answer<BatchTokens> Of(IBatchLaw law, bool named, ModelSize size, Tokens tokens, UniqueTokens unique)
    {
        if (size.IsRouted)
            return named ? law.Batch(law.Info.DenseOnly ? size.AsDense : size, tokens) : Ling2025.Law.Batch(new(6 * size.Active.Count * tokens.Count));
        var proposed = law.Batch(size, tokens);
        var critical = Merrill2025.Cap(Kaplan2020.Law.CriticalBatch(size, unique.OnePass), size);
        return proposed.HasValue && critical.HasValue && critical.Value.Count < proposed.Value.Count ? critical : proposed;
    }
}
