using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>What kept a text from being read: each kind is a rule of its own (SCALE0001 to SCALE0004).</summary>
internal enum ProblemKind
{
    /// <summary>The file or its JSON cannot be read at all.</summary>
    Unreadable,

    /// <summary>A key that nothing reads, with the nearest known one.</summary>
    UnknownKey,

    /// <summary>A value that is needed and can't be derived.</summary>
    Missing,

    /// <summary>A value that is not what its key takes.</summary>
    BadValue,
}

/// <summary>One thing that was wrong, and where in the text that was read.</summary>
/// <param name="Kind">Which rule reports it.</param>
/// <param name="Origin">The key or value that it is about.</param>
/// <param name="Headline">What was read and what was expected; no final period.</param>
/// <param name="Remedy">What to type; null where the headline says it.</param>
/// <param name="MissingKey">The key of the model that is missing; null otherwise.</param>
internal sealed record ReadingProblem(ProblemKind Kind, Origin Origin, string Headline, Remedy? Remedy = null, string? MissingKey = null)
{
    /// <summary>The problem in one line, for a message that quotes it.</summary>
    public string Message => OneLine.Of(Headline, Remedy);
}
