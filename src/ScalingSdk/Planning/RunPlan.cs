using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The tokens of the run: as stated, or derived from what is.</summary>
public sealed record RunPlan
{
    /// <summary>Tokens processed, over all epochs.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>Where the tokens come from: "given", or what they were derived from.</summary>
    public required CountSource TokensSource { get; init; }

    /// <summary>Distinct tokens, stated or assumed to equal the tokens.</summary>
    public required UniqueTokens Unique { get; init; }

    /// <summary>True where the spec does not state the unique tokens.</summary>
    public bool UniqueAssumed { get; init; }

    /// <summary>True where the plan proposes the tokens.</summary>
    public bool TokensProposed { get; init; }

    /// <summary>True where nothing in the spec says how long the run is: it is then compute-optimal, and its epochs are nobody's decision.</summary>
    public bool LengthAssumed { get; init; }

    /// <summary>The number that a data verdict is about: quoted as the spec writes it, bare where it was derived.</summary>
    public required string UniqueText { get; init; }

    /// <summary>Where that number stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The compute of the budget, in FLOP as the utilization counts them; null where the spec states none.</summary>
    public Band? Budget { get; init; }

    /// <summary>True where the unique tokens, not the budget, end the run: more of the budget would not lengthen it.</summary>
    internal bool LeavesBudget { get; init; }

    /// <summary>Tokens over unique tokens.</summary>
    public double Epochs => Tokens.Count / Unique.Count;
}
