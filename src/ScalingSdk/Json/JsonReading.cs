using ScalingSdk.Text;

namespace ScalingSdk.Json;

/// <summary>What reading a text gave: the document, or the first error in it. Exactly one is not null.</summary>
internal readonly record struct JsonReading(JsonNode? Root, JsonError? Error);

/// <summary>Why a text is not JSON, and where: what was read, what was expected, what to type instead.</summary>
internal sealed record JsonError(SourceSpan Span, string Message);

/// <summary>How much of a text is read: a spec is untrusted input.</summary>
/// <param name="MaxLength">The most characters that a document may have.</param>
/// <param name="MaxDepth">The most objects and arrays that may be open at once.</param>
/// <param name="AllowNonFinite">True where NaN and Infinity are numbers: Python writes them, JSON has none.</param>
internal sealed record JsonLimits(int MaxLength = 4 * 1024 * 1024, int MaxDepth = 64, bool AllowNonFinite = false)
{
    public static readonly JsonLimits Default = new();

    /// <summary>What a configuration that Python wrote may have.</summary>
    public static readonly JsonLimits Configuration = new(AllowNonFinite: true);
}
