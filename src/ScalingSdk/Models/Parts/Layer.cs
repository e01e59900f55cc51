namespace ScalingSdk.Models.Parts;

/// <summary>One layer of a stack.</summary>
/// <param name="Attention">Attention within the sequence.</param>
/// <param name="FeedForward">What follows it.</param>
/// <param name="Norms">Parameters of the layer's norms.</param>
internal sealed record Layer(Attention Attention, FeedForward FeedForward, long Norms)
{
    /// <summary>In the decoder of an encoder-decoder: attention to the encoder's output.</summary>
    public Attention? CrossAttention { get; init; }

    /// <summary>True where every token sees the tokens behind it too.</summary>
    public bool IsEncoder { get; init; }

    public long Weights => checked(Attention.Weights + (CrossAttention?.Weights ?? 0) + FeedForward.Weights);

    public long ActiveWeights => checked(Attention.ActiveWeights + (CrossAttention?.ActiveWeights ?? 0) + FeedForward.ActiveWeights);

    public long Others => checked(Attention.Others + (CrossAttention?.Others ?? 0) + FeedForward.Others + Norms);
}
