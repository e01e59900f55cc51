namespace ScalingSdk.Models.Parts;

/// <summary>What a layer does to each token by itself.</summary>
internal abstract record FeedForward : Part
{
    public override string Name => "feed-forward";

    /// <summary>Inner width: of one expert where there are many.</summary>
    public abstract long InnerWidth { get; }
}

/// <summary>Two matrices with a nonlinearity between them.</summary>
internal sealed record PlainFeedForward(long Hidden, long Width, bool Bias) : FeedForward
{
    /// <summary>Parameters of the nonlinearity (xIELU of Apertus) and of token shifts (RWKV).</summary>
    public long Further { get; init; }

    /// <summary>True where a third matrix, square, gates what comes out (RWKV).</summary>
    public bool Receptance { get; init; }

    public override long InnerWidth => Width;

    public override long Weights => checked((2 * Hidden * Width) + (Receptance ? Hidden * Hidden : 0));

    public override long Others => checked((Bias ? Width + Hidden : 0) + Further);
}

/// <summary>Three matrices: a gate multiplies the inner vector (SwiGLU, GeGLU).</summary>
internal sealed record GatedFeedForward(long Hidden, long Width, bool Bias = false) : FeedForward
{
    public override long InnerWidth => Width;

    public override long Weights => checked(3 * Hidden * Width);

    public override long Others => checked(Bias ? (2 * Width) + Hidden : 0);
}
