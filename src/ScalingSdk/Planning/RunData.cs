using ScalingSdk.Laws;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The tokens of a run: what a spec's data section states, and the rest derived from it.</summary>
internal sealed record RunData
{
    public required Tokens Tokens { get; init; }

    public required UniqueTokens Unique { get; init; }

    /// <summary>The unique tokens as the spec writes them, or the tokens where those are all that it says.</summary>
    public required string UniqueText { get; init; }

    /// <summary>Where the number that the data verdict is about stands.</summary>
    public required SourceSpan Origin { get; init; }

    /// <summary>True where the spec does not state how many tokens are distinct.</summary>
    public bool UniqueAssumed { get; init; }

    /// <summary>True where the spec does not state how many tokens are processed.</summary>
    public bool TokensProposed { get; init; }

    /// <summary>The run's tokens, or null where the spec states none.</summary>
    /// <param name="data">What the spec states.</param>
    /// <param name="optimal">The compute-optimal tokens of the model: proposed where only the unique ones are known.</param>
    public static RunData? Of(DataSection data, Tokens optimal) => data switch
    {
        { UniqueTokens: { } unique, Tokens: { } tokens } => new RunData
        {
            Tokens = new(tokens.Value),
            Unique = new(unique.Value),
            UniqueText = unique.Text,
            Origin = unique.Span,
        },
        { UniqueTokens: { } unique, Epochs: { } epochs } => new RunData
        {
            Tokens = new(unique.Value * epochs.Value),
            Unique = new(unique.Value),
            UniqueText = unique.Text,
            Origin = unique.Span,
        },
        { Tokens: { } tokens, Epochs: { } epochs } => new RunData
        {
            Tokens = new(tokens.Value),
            Unique = new(tokens.Value / Math.Max(1, epochs.Value)),
            UniqueText = NumberText.Compact(tokens.Value / Math.Max(1, epochs.Value)),
            Origin = tokens.Span,
        },
        { Tokens: { } tokens } => new RunData
        {
            Tokens = new(tokens.Value),
            Unique = new(tokens.Value),
            UniqueText = tokens.Text,
            Origin = tokens.Span,
            UniqueAssumed = true,
        },
        { UniqueTokens: { } unique } => new RunData
        {
            Tokens = optimal,
            Unique = new(unique.Value),
            UniqueText = unique.Text,
            Origin = unique.Span,
            TokensProposed = true,
        },
        _ => null,
    };
}
