namespace ScalingSdk.Models.Parts;

/// <summary>A layer whose weights are used at several depths: counted once, computed every time (Zamba 2).</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Uses">How often a token passes it.</param>
internal sealed record SharedBlock(Layer Layer, int Uses);
