using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The model of the plan: its counts, whose they are, and the length of its sequences.</summary>
public sealed record SizePlan
{
    /// <summary>The counts under every convention.</summary>
    public required ModelSize Counts { get; init; }

    /// <summary>The model, or null where only a size is known.</summary>
    public ModelDescription? Model { get; init; }

    /// <summary>What proposed the size, or null where the spec states it.</summary>
    public CountSource? ProposedBy { get; init; }

    /// <summary>The length of a training sequence.</summary>
    public required SequenceLength Sequence { get; init; }

    /// <summary>True where training starts from the weights of a trained model.</summary>
    public bool IsPretrained { get; init; }

    /// <summary>True where the spec has a size, tokens, compute or a loss that no run has: what a law says there is no advice.</summary>
    internal bool IsOfNoRun { get; init; }

    /// <summary>True for a model that predicts the next token, or of which only a size is known: all laws here were measured on those.</summary>
    public bool IsDecoder => Model is null || Model.Kind == ModelFamily.Decoder;

    /// <summary>True where laws apply: they are of decoders that start from random weights, in magnitudes that runs have.</summary>
    public bool LawsApply => IsDecoder && !IsPretrained && !IsOfNoRun;
}
