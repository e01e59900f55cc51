using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>A value that a spec states: the value, how it was written, and where it comes from.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value in the key's base unit.</param>
/// <param name="Text">As written, without quotes: what a message repeats.</param>
/// <param name="Origin">The place in a file, the option or the expression that states it.</param>
public sealed record Stated<T>(T Value, string Text, Origin Origin);
