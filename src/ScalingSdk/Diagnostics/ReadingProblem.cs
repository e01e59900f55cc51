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
/// <param name="Message">What was read, what was expected, what to type; no final period.</param>
/// <param name="Remedy">The change of the spec that ends the problem, where it is known.</param>
/// <param name="MissingKey">The key of the model that is missing; else null.</param>
internal sealed record ReadingProblem(ProblemKind Kind, Origin Origin, string Message, Remedy? Remedy = null, string? MissingKey = null);
