namespace ScalingSdk.Models.Parts;

/// <summary>A part of a model that counts its own parameters, in checked arithmetic.</summary>
internal abstract record Part
{
    /// <summary>Elements of the matrices that a token is multiplied with: Kaplan's weights.</summary>
    public abstract long Weights { get; }

    /// <summary>Everything else: biases, gains of norms inside the part.</summary>
    public abstract long Others { get; }

    /// <summary>The part of <see cref="Weights"/> that one token passes through.</summary>
    public virtual long ActiveWeights => Weights;

    public long Count => checked(Weights + Others);

    public long Active => checked(ActiveWeights + Others);
}
