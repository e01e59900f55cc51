using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>A loss to reach and unique tokens that do not reach it, however often they repeat.</summary>
/// <param name="Target">The loss, as stated.</param>
/// <param name="Unique">The unique tokens, as stated.</param>
/// <param name="Needed">The tokens that reach the loss in a single pass.</param>
/// <param name="AtThisSize">True where the size is stated; otherwise the plan looked for one.</param>
internal sealed record MissedTarget(Stated<double> Target, Stated<double> Unique, Answer<Tokens> Needed, bool AtThisSize);
