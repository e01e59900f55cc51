using ScalingSdk.Models;
using ScalingSdk.Models.Parts;

namespace ScalingSdk.Hardware.Memory;

/// <summary>The sizes of a decoder that its activations follow from.</summary>
public sealed record TransformerShape
{
    /// <summary>L: layers.</summary>
    public required int Layers { get; init; }

    /// <summary>h: width of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>a: query heads.</summary>
    public required int AttentionHeads { get; init; }

    /// <summary>Key and value heads; a where there is no grouping.</summary>
    public required int KeyValueHeads { get; init; }

    /// <summary>Width of one head.</summary>
    public required int HeadSize { get; init; }

    /// <summary>Width of the feed-forward that one token passes through: in a routed model the sum over its experts.</summary>
    public required double IntermediateSize { get; init; }

    /// <summary>True for a gated feed-forward (SwiGLU, GeGLU), false for one with two matrices.</summary>
    public required bool Gated { get; init; }

    /// <summary>True where dropout is trained with: it keeps a mask of one byte an element.</summary>
    public bool Dropout { get; init; }

    /// <summary>v: rows of the output head; 0 where there is none.</summary>
    public required long VocabularySize { get; init; }

    /// <summary>The sizes of a described model.</summary>
    /// <remarks>
    /// Where layers differ, the mean width is taken. Cross-attention and the compressed vectors of latent attention are not
    /// counted.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="dropout">True where it is trained with dropout, which no description says.</param>
    public static TransformerShape Of(ModelDescription model, bool dropout = false) => new()
    {
        Layers = model.Layers,
        HiddenSize = model.HiddenSize,
        AttentionHeads = model.AttentionHeads,
        KeyValueHeads = model.KeyValueHeads,
        HeadSize = model.HeadSize,
        IntermediateSize = model.Parts.Layers.Average(static layer => ActiveWidth(layer.FeedForward)),
        Gated = model.GatedFeedForward,
        Dropout = dropout,
        VocabularySize = model.Parts.Head.Kind == HeadKind.None ? 0 : model.VocabularySize,
    };

    /// <summary>GPT as Korthikanti et al. 2022 count it: as many key as query heads, h = a x head, feed-forward of 4h, dropout.</summary>
    public static TransformerShape Gpt(int layers, int hiddenSize, int attentionHeads, long vocabularySize) => new()
    {
        Layers = layers,
        HiddenSize = hiddenSize,
        AttentionHeads = attentionHeads,
        KeyValueHeads = attentionHeads,
        HeadSize = hiddenSize / attentionHeads,
        IntermediateSize = 4.0 * hiddenSize,
        Gated = false,
        Dropout = true,
        VocabularySize = vocabularySize,
    };

    /// <summary>True where the list of tensors is that of the paper; elsewhere it is derived the same way and is an estimate.</summary>
    public bool IsPublishedForm => !Gated && Dropout && KeyValueHeads == AttentionHeads
        && (long)AttentionHeads * HeadSize == HiddenSize && IntermediateSize.Equals(4.0 * HiddenSize);

    private static double ActiveWidth(FeedForward? feedForward) => feedForward is RoutedExperts routed
        ? ((double)routed.ActiveExperts * routed.Width) + routed.SharedWidth
        : feedForward?.InnerWidth ?? 0;
}
