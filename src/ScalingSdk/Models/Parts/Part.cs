namespace ScalingSdk.Models.Parts;

/// <summary>A part of a model that counts its own parameters, in checked arithmetic.</summary>
internal abstract record Part
{
    /// <summary>What a breakdown calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Elements of the matrices that a token is multiplied with: Kaplan's weights.</summary>
    public abstract long Weights { get; }

    /// <summary>Everything else: biases, gains of norms inside the part, convolutions.</summary>
    public abstract long Others { get; }

    /// <summary>The part of <see cref="Weights"/> that one token passes through.</summary>
    public virtual long ActiveWeights => Weights;

    /// <summary>The part of <see cref="Others"/> that one token passes through.</summary>
    public virtual long ActiveOthers => Others;

    public long Count => checked(Weights + Others);

    public long Active => checked(ActiveWeights + ActiveOthers);
}

/// <summary>A small part that one family has: what matters of it is its name and its counts.</summary>
internal sealed record NamedPart(string PartName, long PartWeights, long PartOthers) : Part
{
    public override string Name => PartName;

    public override long Weights => PartWeights;

    public override long Others => PartOthers;
}
