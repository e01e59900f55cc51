using ScalingSdk.Models;

namespace ScalingSdk.Specs;

/// <summary>The length of a training sequence: as stated, or assumed and never above <see cref="LongestAssumed"/>.</summary>
/// <param name="Tokens">Tokens of one sequence.</param>
/// <param name="Assumption">What was assumed, a sentence without final period; null where the spec states the length.</param>
public sealed record SequenceLength(int Tokens, string? Assumption)
{
    /// <summary>The longest sequence that is assumed: a context of 131,072 says nothing of the length that a run trains at.</summary>
    public const int LongestAssumed = 4096;

    internal static SequenceLength Of(ModelDescription? model, TrainingSection training)
    {
        if (training.SequenceLength is { } stated)
            return new((int)stated.Value, null);
        if (model?.ContextLength is not { } context)
            return new(LongestAssumed, "sequences have 4096 tokens: 'training.sequence_length' is not stated");
        return context <= LongestAssumed
            ? new(context, FormattableString.Invariant($"sequences have {context} tokens, the model's context: 'training.sequence_length' is not stated"))
            : new(LongestAssumed, FormattableString.Invariant(
                $"sequences have 4096 tokens, though the model allows {context}: 'training.sequence_length' is not stated"));
    }
}
