namespace ScalingSdk.Models.Parts;

/// <summary>A mixture of experts: a router sends each token to a few of many gated feed-forwards.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Experts">Routed experts.</param>
/// <param name="ActiveExperts">Experts that a token is sent to.</param>
/// <param name="Width">Inner width of one expert.</param>
internal sealed record RoutedExperts(long Hidden, long Experts, long ActiveExperts, long Width) : FeedForward
{
    /// <summary>Inner width of the experts that every token passes through, all together; 0 where there are none.</summary>
    public long SharedWidth { get; init; }

    /// <summary>True where a row of weights scales the shared expert's output (Qwen).</summary>
    public bool SharedGate { get; init; }

    /// <summary>True where the router has one correction per expert (DeepSeek-V3).</summary>
    public bool CorrectionBias { get; init; }

    public override long InnerWidth => Width;

    public override long Weights => checked(EveryToken + (Experts * OneExpert));

    public override long ActiveWeights => checked(EveryToken + (ActiveExperts * OneExpert));

    public override long Others => CorrectionBias ? Experts : 0;

    private long OneExpert => checked(3 * Hidden * Width);

    private long EveryToken => checked(
        (Hidden * Experts) + (3 * Hidden * SharedWidth) + (SharedGate ? Hidden : 0));
}
