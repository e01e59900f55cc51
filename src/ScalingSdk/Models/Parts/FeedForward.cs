namespace ScalingSdk.Models.Parts;

/// <summary>What a layer does to each token by itself.</summary>
internal abstract record FeedForward : Part
{
    /// <summary>Inner width: of one expert where there are many.</summary>
    public abstract long InnerWidth { get; }
}

/// <summary>Two matrices with a nonlinearity between them.</summary>
internal sealed record PlainFeedForward(long Hidden, long Width, bool Bias) : FeedForward
{
    public override long InnerWidth => Width;

    public override long Weights => checked(2 * Hidden * Width);

    public override long Others => checked(Bias ? Width + Hidden : 0);
}

/// <summary>Three matrices: a gate multiplies the inner vector (SwiGLU, GeGLU).</summary>
internal sealed record GatedFeedForward(long Hidden, long Width, bool Bias = false) : FeedForward
{
    public override long InnerWidth => Width;

    public override long Weights => checked(3 * Hidden * Width);

    public override long Others => checked(Bias ? (2 * Width) + Hidden : 0);
}
