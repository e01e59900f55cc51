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

    /// <summary>Width of all queries of a token; null for heads times their width. The mean over layers where they differ.</summary>
    public double? QueryWidth { get; init; }

    /// <summary>Width of all keys and values of a token; null for twice the key-value heads times their width.</summary>
    public double? KeyAndValueWidth { get; init; }

    /// <summary>Width of what attention gives before the output projection; null for that of the queries.</summary>
    public double? OutputWidth { get; init; }

    /// <summary>Width of the copies that a token sends to its routed experts and gets back; 0 in a dense model.</summary>
    public double DispatchWidth { get; init; }

    /// <summary>Parameters of all routed experts, which expert parallelism shares out; 0 in a dense model.</summary>
    public double ExpertParameters { get; init; }

    /// <summary>True for a gated feed-forward (SwiGLU, GeGLU), false for one with two matrices.</summary>
    public required bool Gated { get; init; }

    /// <summary>True where dropout is trained with: it keeps a mask of one byte an element.</summary>
    public bool Dropout { get; init; }

    /// <summary>v: rows of the output head; 0 where there is none.</summary>
    public required long VocabularySize { get; init; }

    /// <summary>The sizes of a described model.</summary>
    /// <remarks>
    /// Where layers differ, the mean width is taken. Cross-attention and the compressed vectors of latent attention are not
    /// counted; of a carried state its projections are.
    /// </remarks>
    /// <param name="model">The model.</param>
    /// <param name="dropout">True where it is trained with dropout, which no description says.</param>
    public static TransformerShape Of(ModelDescription model, bool dropout = false) => Of(model, dropout, IsUniform(model.Parts.Layers));

    private static TransformerShape Of(ModelDescription model, bool dropout, bool uniform) => new()
    {
        Layers = model.Layers,
        HiddenSize = model.HiddenSize,
        AttentionHeads = model.AttentionHeads,
        KeyValueHeads = model.KeyValueHeads,
        HeadSize = model.HeadSize,
        IntermediateSize = OverLayers(model, static layer => ActiveWidth(layer.FeedForward)) / model.Parts.Layers.Length,
        QueryWidth = Mean(model, uniform, static mixer => mixer is LatentAttention latent ? latent.Heads * latent.QuerySize : mixer is Attention a ? a.Heads * a.QuerySize : mixer.Weights / (2.0 * mixer.Hidden)),
        KeyAndValueWidth = Mean(model, uniform, static mixer => mixer switch
        {
            LatentAttention latent => latent.Heads * (latent.QuerySize + latent.ValueSize),
            Attention attention => 2.0 * attention.KeyHeads * attention.QuerySize,
            _ => mixer.Weights / (2.0 * mixer.Hidden),
        }),
        OutputWidth = Mean(model, uniform, static mixer => mixer is LatentAttention latent ? latent.Heads * latent.ValueSize : mixer is Attention a ? a.Heads * a.QuerySize : 0),
        DispatchWidth = !model.IsRouted ? 0 : OverLayers(model, static layer => layer.FeedForward is RoutedExperts routed ? (double)routed.ActiveExperts * routed.Hidden : 0) / model.Parts.Layers.Length,
        ExpertParameters = !model.IsRouted ? 0 : OverLayers(model, static layer => layer.FeedForward is RoutedExperts routed ? (double)routed.Count - routed.EveryTokenCount : 0),
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
    public bool IsPublishedForm => DispatchWidth <= 0 && !Gated && Dropout && KeyValueHeads == AttentionHeads
        && (long)AttentionHeads * HeadSize == HiddenSize && IntermediateSize.Equals(4.0 * HiddenSize);

    // Null where heads and their width say it. A state's layer has widths too: those of its projections in.
    private static double? Mean(ModelDescription model, bool uniform, Func<Mixer, double> width) => uniform
        ? null
        : OverLayers(model, layer => (layer.Mixer is { } mixer ? width(mixer) : 0) + (layer.Beside is { } beside ? width(beside) : 0)) / model.Parts.Layers.Length;

    private static bool IsUniform(Layer[] layers)
    {
        Layer? before = null;
        foreach (var layer in layers)
        {
            if (ReferenceEquals(layer, before))
                continue;
            if (layer is not { Mixer: GroupedQueryAttention mixer, Beside: null } || mixer.CachePerToken != layers[0].Mixer!.CachePerToken)
                return false;
            before = layer;
        }

        return true;
    }

    private static double OverLayers(ModelDescription model, Func<Layer, double> of)
    {
        // Most models have one layer many times.
        var (layers, sum, value) = (model.Parts.Layers, 0.0, 0.0);
        for (var i = 0; i < layers.Length; i++)
        {
            if (i == 0 || !ReferenceEquals(layers[i], layers[i - 1]))
                value = of(layers[i]);
            sum += value;
        }

        return sum;
    }

    private static double ActiveWidth(FeedForward? feedForward) => feedForward is RoutedExperts routed
        ? ((double)routed.ActiveExperts * routed.Width) + routed.SharedWidth
        : feedForward?.InnerWidth ?? 0;
}
