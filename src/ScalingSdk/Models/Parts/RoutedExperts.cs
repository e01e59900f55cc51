namespace ScalingSdk.Models.Parts;

/// <summary>A mixture of experts: a router sends each token to a few of many feed-forwards.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="Experts">Routed experts.</param>
/// <param name="ActiveExperts">Experts that a token is sent to.</param>
/// <param name="Width">Inner width of one expert.</param>
internal sealed record RoutedExperts(long Hidden, long Experts, long ActiveExperts, long Width) : FeedForward
{
    public override string Name => "experts";

    /// <summary>Inner width of the experts that every token passes through, all together; 0 where there are none.</summary>
    public long SharedWidth { get; init; }

    /// <summary>True where a row of weights scales the shared expert's output (Qwen).</summary>
    public bool SharedGate { get; init; }

    /// <summary>True where the router has one correction per expert (DeepSeek-V3).</summary>
    public bool CorrectionBias { get; init; }

    /// <summary>Further parameters of the router: biases, scales.</summary>
    public long RouterOthers { get; init; }

    /// <summary>Three where a gate multiplies the inner vector, two where not (Nemotron-H).</summary>
    public int Matrices { get; init; } = 3;

    /// <summary>True where each matrix of an expert has a bias (gpt-oss).</summary>
    public bool ExpertBias { get; init; }

    /// <summary>Width of what experts read and write, where tokens are projected to a narrower one first; null where they are not.</summary>
    public long? Latent { get; init; }

    public override long InnerWidth => Width;

    public override long Weights => checked(EveryToken + (Experts * OneExpert));

    public override long ActiveWeights => checked(EveryToken + (ActiveExperts * OneExpert));

    public override long Others => checked(OthersOfRouter + (Experts * OneBias));

    public override long ActiveOthers => checked(OthersOfRouter + (ActiveExperts * OneBias));

    /// <summary>The router and the shared experts: what no expert-parallel device leaves to another.</summary>
    public long EveryTokenCount => checked(EveryToken + OthersOfRouter);

    private long OneExpert => checked(Matrices * (Latent ?? Hidden) * Width);

    private long OneBias => checked(ExpertBias ? ((Matrices - 1) * Width) + (Latent ?? Hidden) : 0);

    private long OthersOfRouter => checked((CorrectionBias ? Experts : 0) + RouterOthers);

    private long EveryToken => checked(
        (Hidden * Experts) + (Matrices * Hidden * SharedWidth) + (SharedGate ? Hidden : 0) + (Latent is { } latent ? 2 * Hidden * latent : 0));
}
