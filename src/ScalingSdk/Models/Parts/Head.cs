namespace ScalingSdk.Models.Parts;

/// <summary>What turns the last vector into a score for each token.</summary>
/// <param name="Kind">Whose weights it has.</param>
/// <param name="Bias">True where each token has a bias.</param>
internal sealed record Head(HeadKind Kind, bool Bias = false)
{
    public static Head Tied { get; } = new(HeadKind.Tied);

    public static Head Untied { get; } = new(HeadKind.Untied);

    public static Head None { get; } = new(HeadKind.None);

    public static Head Of(bool tied, bool bias = false) => bias ? new(tied ? HeadKind.Tied : HeadKind.Untied, bias) : tied ? Tied : Untied;
}

internal enum HeadKind
{
    /// <summary>The model ends in vectors (BERT as it is counted here).</summary>
    None,

    /// <summary>The token table serves as the head.</summary>
    Tied,

    /// <summary>A matrix of its own.</summary>
    Untied,
}
