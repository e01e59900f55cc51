using ScalingSdk.Quantities;

namespace ScalingSdk.Models.Flops;

/// <summary>A model's size with the counts that depend on the length of a training sequence.</summary>
internal static class SizeAtLength
{
    /// <summary>The counts as laws take them, with DeepSeek's M for sequences of this length where the shape has one.</summary>
    public static ModelSize SizeAt(this ModelDescription model, int sequenceLength) => model.Size with
    {
        FlopsPerToken = FlopsConventions.DeepSeekM.Training(model, sequenceLength).Flops is { } flops
            ? new NonEmbeddingFlopsPerToken((double)flops)
            : null,
    };
}
