using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>A way to count the training FLOPs of one token. They differ up to threefold for small models, fivefold for long sequences.</summary>
public abstract class FlopsConvention
{
    private protected FlopsConvention(string id, string name, string source, string counts) =>
        (Id, Name, Source, Counts) = (id, name, source, counts);

    /// <summary>How specs and outputs name it.</summary>
    public string Id { get; }

    /// <summary>Its formula in words.</summary>
    public string Name { get; }

    /// <summary>The same with the factor of this model, where that is another.</summary>
    public virtual string NameFor(ModelDescription model) => Name;

    /// <summary>Paper and equation.</summary>
    public string Source { get; }

    /// <summary>What it counts of attention and vocabulary, as a clause.</summary>
    public string Counts { get; }

    /// <summary>Forward and backward FLOPs per token of a sequence of this length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sequence has no tokens.</exception>
    public FlopsFigure Training(ModelDescription model, int sequenceLength)
    {
        if (sequenceLength < 1)
            throw new ArgumentOutOfRangeException(nameof(sequenceLength), sequenceLength, "a sequence has at least one token");
        return WhyNot(model) is { } why ? new(this, null, why) : new(this, Count(model, sequenceLength), null);
    }

    private protected abstract BigInteger Count(ModelDescription model, int sequenceLength);

    private protected virtual string? WhyNot(ModelDescription model) => null;
}
