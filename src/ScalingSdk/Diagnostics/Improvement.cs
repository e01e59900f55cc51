using ScalingSdk.Json.Editing;

namespace ScalingSdk.Diagnostics;

/// <summary>
/// A change after which the run has a lower loss at the same compute, or the same loss for less. The finding may stay. What it
/// gains, and what it gives up, stands in <see cref="Help.Effect"/>.
/// </summary>
/// <param name="Text">What to do, as an imperative without final period.</param>
/// <param name="Edits">The change of the spec; empty where the spec states the model by its dimensions.</param>
public sealed record Improvement(string Text, IReadOnlyList<SpecEdit> Edits) : Help(Text, Edits);
