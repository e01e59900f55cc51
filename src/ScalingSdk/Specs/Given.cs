using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>A value that a spec states: the value, how it was written, and where.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value in the key's base unit.</param>
/// <param name="Text">As written, without quotes: what a message repeats.</param>
/// <param name="Span">Where the value stands in the spec.</param>
public sealed record Given<T>(T Value, string Text, SourceSpan Span);
