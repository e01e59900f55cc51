namespace ScalingSdk.Planning;

/// <summary>A number of the plan as code of any language declares it.</summary>
/// <param name="Name">The constant's name: <c>OverfittingThresholdTokens</c>.</param>
/// <param name="IsWhole">True for a 64-bit integer, false for a double.</param>
/// <param name="Number">As code writes it, without suffix; null where these numbers have no such value.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record CodeConstant(string Name, bool IsWhole, string? Number, IReadOnlyList<string> Explanation);
