using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;

namespace ScalingSdk.Models;

/// <summary>A model described by its parts, with its exact counts. Immutable.</summary>
public sealed class ModelDescription
{
    private IReadOnlyList<ComponentCount>? _components;

    internal ModelDescription(string architecture, ModelParts parts)
    {
        Architecture = architecture;
        Parts = parts;
        Parameters = ParameterCounting.Count(parts);
    }

    /// <summary>The architecture by its Hugging Face name: "gpt2", "llama", ...</summary>
    public string Architecture { get; }

    /// <summary>What was assumed or left out in reading it, as clauses without final period.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>Which way its tokens see each other.</summary>
    public ModelFamily Kind => Parts.Kind;

    /// <summary>Layers of all stacks.</summary>
    public int Layers => Parts.Layers.Length;

    /// <summary>Width of the vectors between the layers.</summary>
    public int HiddenSize => (int)Parts.Hidden;

    /// <summary>Query heads of a layer; 0 where no layer has attention.</summary>
    public int AttentionHeads => (int)(FirstAttention?.Heads ?? 0);

    /// <summary>Key-value heads of a layer; fewer than query heads where they are grouped.</summary>
    public int KeyValueHeads => (int)(FirstAttention?.KeyHeads ?? 0);

    /// <summary>Width of one query head; not always the hidden size divided by the heads.</summary>
    public int HeadSize => (int)(FirstAttention?.QuerySize ?? 0);

    /// <summary>Inner width of a dense layer's feed-forward, or of one expert where all layers are routed; 0 where no layer has one.</summary>
    public long IntermediateSize => FirstFeedForward?.InnerWidth ?? 0;

    /// <summary>Rows of the token embedding, padding included.</summary>
    public long VocabularySize => Parts.Embeddings.Vocabulary;

    /// <summary>The longest sequence that the architecture allows, where it says; not the length of a training sequence.</summary>
    public int? ContextLength => Parts.ContextLength;

    /// <summary>True where the token embedding serves as the output head.</summary>
    public bool TiedEmbeddings => Parts.Head.Kind == HeadKind.Tied;

    /// <summary>True where the feed-forward has three matrices (SwiGLU, GeGLU).</summary>
    public bool GatedFeedForward => FirstFeedForward is (Models.Parts.GatedFeedForward or RoutedExperts { Matrices: 3 });

    /// <summary>True where a router sends each token to a few experts.</summary>
    public bool IsRouted => Routed is not null;

    /// <summary>Routed experts of a layer; 0 in a dense model.</summary>
    public int Experts => (int)(Routed?.Experts ?? 0);

    /// <summary>Routed experts that a token is sent to; 0 in a dense model.</summary>
    public int ActiveExperts => (int)(Routed?.ActiveExperts ?? 0);

    /// <summary>Parameters of multi-token prediction modules (DeepSeek-V3), which no other count holds.</summary>
    public long MultiTokenPredictionParameters => Parts.MultiTokenPrediction;

    /// <summary>The exact counts, each under its name.</summary>
    public ParameterCounts Parameters { get; }

    /// <summary>The total by component and by layer.</summary>
    public IReadOnlyList<ComponentCount> Components => _components ??= ParameterCounting.Components(Parts);

    /// <summary>The counts as laws take them. DeepSeek's M needs a sequence length, so that it is added apart.</summary>
    public ModelSize Size => new()
    {
        Total = new(Parameters.Total),
        Active = new(Parameters.Active),
        NonEmbedding = new(Parameters.ActiveNonEmbedding),
        Weights = new(Parameters.ActiveNonEmbeddingWeights),
        WeightsWithHead = Parts.Head.Kind == HeadKind.None
            ? null
            : new WeightsWithHead((double)Parameters.ActiveNonEmbeddingWeights + Parts.HeadWeights),
    };

    internal ModelParts Parts { get; }

    /// <summary>The experts of the last routed layer; null in a dense model.</summary>
    internal RoutedExperts? ExpertLayer => Routed;

    private Attention? FirstAttention => First(static layer => layer.Attention);

    private FeedForward? FirstFeedForward => First(static layer => layer.FeedForward);

    private T? First<T>(Func<Layer, T?> of)
        where T : class
    {
        foreach (var layer in Parts.Layers)
        {
            if (of(layer) is { } found)
                return found;
        }

        foreach (var block in Parts.SharedBlocks)
        {
            if (of(block.Layer) is { } found)
                return found;
        }

        return null;
    }

    private RoutedExperts? Routed
    {
        get
        {
            for (var i = Parts.Layers.Length - 1; i >= 0; i--)
            {
                if (Parts.Layers[i].FeedForward is RoutedExperts routed)
                    return routed;
            }

            return null;
        }
    }
}
