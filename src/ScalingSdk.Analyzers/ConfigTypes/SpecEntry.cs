using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A value of the spec that stands for a construction.</summary>
/// <param name="Key">Its section and key.</param>
/// <param name="Json">The value as JSON.</param>
/// <param name="Origin">The C# expression that set it.</param>
/// <param name="Name">The member or the attribute's argument that states it.</param>
/// <param name="Site">Where another value can be written; null where there is no one expression for it.</param>
internal sealed record SpecEntry(KeyPath Key, string Json, SyntaxNode? Origin, string Name = "", CodeSite? Site = null);

/// <summary>An expression for which another can be written.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Now">Its value.</param>
/// <param name="Rest">What it is multiplied with to give the value of the spec.</param>
internal sealed record CodeSite(SyntaxNode Expression, object Now, double Rest = 1)
{
    public static CodeSite? Of(StatedValue value, double rest = 1) => value is { Origin: { } origin, Value.Value: { } now } ? new CodeSite(origin, now, rest) : null;
}
