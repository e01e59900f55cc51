namespace ScalingSdk.Hardware.Memory;

/// <summary>What selective recomputation costs in compute, as a share of the model's own FLOPs.</summary>
/// <remarks>
/// Korthikanti et al. 2022, appendix A: model 72 B L s h^2 (1 + s/6h + v/12hL), hardware the same with s/3h. The published
/// hardware term charges three times what one more forward pass of the attention core takes, so both are given.
/// </remarks>
internal static class SelectiveRecomputation
{
    /// <summary>The paper's own term: hardware FLOPs over model FLOPs less one, (s/6h) / (1 + s/6h + v/12hL).</summary>
    public static double PublishedOverhead(TransformerShape shape, int sequenceLength) =>
        Core(shape, sequenceLength) / Model(shape, sequenceLength);

    /// <summary>One more forward pass of the attention core: a third of the published term, (s/18h) / (1 + s/6h + v/12hL).</summary>
    public static double OneForwardOverhead(TransformerShape shape, int sequenceLength) => PublishedOverhead(shape, sequenceLength) / 3;

    private static double Core(TransformerShape shape, int sequenceLength) => sequenceLength / (6.0 * shape.HiddenSize);

    private static double Model(TransformerShape shape, int sequenceLength) =>
        1 + Core(shape, sequenceLength) + (shape.VocabularySize / (12.0 * shape.HiddenSize * shape.Layers));
}
