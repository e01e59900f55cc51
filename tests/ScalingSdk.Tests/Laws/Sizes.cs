using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>Sizes for tests that ask a law through a model.</summary>
internal static class Sizes
{
    public static ModelSize Nominal(double n) => new()
    {
        Total = new(n),
        Active = new(n),
        NonEmbedding = new(n),
        Weights = new(n),
        Nominal = true,
    };
}
