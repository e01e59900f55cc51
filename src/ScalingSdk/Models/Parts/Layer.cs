namespace ScalingSdk.Models.Parts;

/// <summary>One layer of a stack.</summary>
/// <param name="Mixer">What mixes the tokens; null in a layer that is a feed-forward alone.</param>
/// <param name="FeedForward">What follows it; null in a layer that is a mixer alone.</param>
/// <param name="Norms">Parameters of the layer's norms.</param>
internal sealed record Layer(Mixer? Mixer, FeedForward? FeedForward, long Norms)
{
    /// <summary>A mixer beside the first, on the same input (Falcon-H1).</summary>
    public Mixer? Beside { get; init; }

    /// <summary>In the decoder of an encoder-decoder: attention to the encoder's output.</summary>
    public Attention? CrossAttention { get; init; }

    /// <summary>What the layer has besides: an indexer, a gate of the embeddings per layer.</summary>
    public IReadOnlyList<Part> Further { get; init; } = [];

    /// <summary>True where every token sees the tokens behind it too.</summary>
    public bool IsEncoder { get; init; }

    public Attention? Attention => Mixer as Attention ?? Beside as Attention;

    public Indexer? Indexer => Further.Count > 0 ? Further[0] as Indexer : null;

    public LayerCounts Counts
    {
        get
        {
            var counts = new LayerCounts(0, 0, Norms, Norms).Plus(Mixer).Plus(Beside).Plus(CrossAttention).Plus(FeedForward);
            for (var i = 0; i < Further.Count; i++)
                counts = counts.Plus(Further[i]);
            return counts;
        }
    }

    /// <summary>The parts in the order in which a breakdown shows them.</summary>
    public IEnumerable<Part> Parts => new Part?[] { Mixer, Beside, CrossAttention, FeedForward }.Concat(Further).OfType<Part>();
}

/// <summary>The parameters of a layer: matrix elements and others, all of them and those that one token passes.</summary>
internal readonly record struct LayerCounts(long Weights, long ActiveWeights, long Others, long ActiveOthers)
{
    public long Total => checked(Weights + Others);

    public LayerCounts Plus(Part? part) => part is null ? this : new(
        checked(Weights + part.Weights), checked(ActiveWeights + part.ActiveWeights),
        checked(Others + part.Others), checked(ActiveOthers + part.ActiveOthers));
}
