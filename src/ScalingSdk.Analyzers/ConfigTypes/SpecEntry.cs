using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A value of the spec that stands for a construction.</summary>
/// <param name="Key">Its section and key.</param>
/// <param name="Json">The value as JSON.</param>
/// <param name="Origin">The C# expression that set it.</param>
/// <param name="Name">The member or the attribute's argument that states it.</param>
/// <param name="Value">The expression's value; null where the entry was computed from several: then no other can be written for one of them.</param>
internal sealed record SpecEntry(KeyPath Key, string Json, SyntaxNode? Origin, string Name = "", object? Value = null);
