namespace ScalingSdk.Models.Parts;

/// <summary>Mixes tokens of a sequence: attention, or a state that is carried from token to token.</summary>
/// <param name="Hidden">Width of the model.</param>
internal abstract record Mixer(long Hidden) : Part
{
    /// <summary>Elements that inference keeps for each token of the sequence.</summary>
    public abstract long CachePerToken { get; }

    /// <summary>Elements that inference keeps for the sequence, whatever its length.</summary>
    public virtual long CachePerSequence => 0;

    /// <summary>Forward FLOPs of one token that are no product with a weight and do not depend on the sequence's length.</summary>
    public virtual long StateFlops => 0;
}
