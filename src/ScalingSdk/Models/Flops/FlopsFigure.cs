using System.Numerics;

namespace ScalingSdk.Models.Flops;

/// <summary>Training FLOPs per token under a convention, or why the convention has none for this model.</summary>
/// <param name="Convention">Whose count it is; every output shows it.</param>
/// <param name="Flops">Forward and backward, for one token; null where the convention does not apply.</param>
/// <param name="WhyNone">A clause without final period; null where there is a figure.</param>
public sealed record FlopsFigure(FlopsConvention Convention, BigInteger? Flops, string? WhyNone);
