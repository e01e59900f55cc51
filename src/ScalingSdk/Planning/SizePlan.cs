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

    /// <summary>True where laws of decoders apply: all of the laws here were measured on decoders.</summary>
    public bool LawsApply => Model is null || Model.Kind == ModelFamily.Decoder;
}
